import { accessZh } from '../../access/access.zh.js';
import { frameZh } from '../../frame/frame.zh.js';
import { leadsZh } from '../../leads/leads.zh.js';
import { homeZh } from '../../home/home.zh.js';
import { partsZh } from '../../parts/parts.zh.js';
import { errorsZh } from './errors.zh.js';
import { reactAdminZh } from './reactAdmin.zh.js';
import { menuZh } from '../../frame/menu.zh.js';
import { merged } from '../../i18n/shape.js';

/**
 * What a reader needs before anything else: frame, sign-in, lists, leads, and what the menu calls the rest. A tree may
 * add to `resources.<name>` and `errors.<code>`; nothing is said twice.
 */
export const firstZh = merged(reactAdminZh, errorsZh, partsZh, frameZh, accessZh, homeZh, leadsZh, menuZh);
