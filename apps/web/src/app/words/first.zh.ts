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
 * The first words: frame, sign-in, lists, leads, and the names in the menu. A tree may add to `resources.<name>` and
 * `errors.<code>`; no key may occur twice.
 */
export const firstZh = merged(reactAdminZh, errorsZh, partsZh, frameZh, accessZh, homeZh, leadsZh, menuZh);
