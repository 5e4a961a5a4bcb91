import { accessEn } from '../../access/access.en.js';
import { frameEn } from '../../frame/frame.en.js';
import { leadsEn } from '../../leads/leads.en.js';
import { homeEn } from '../../home/home.en.js';
import { partsEn } from '../../parts/parts.en.js';
import { errorsEn } from './errors.en.js';
import { reactAdminEn } from './reactAdmin.en.js';
import { menuEn } from '../../frame/menu.en.js';
import { merged } from '../../i18n/shape.js';

/**
 * The first words: frame, sign-in, lists, leads, and the names in the menu. A tree may add to `resources.<name>` and
 * `errors.<code>`; no key may occur twice.
 */
export const firstEn = merged(reactAdminEn, errorsEn, partsEn, frameEn, accessEn, homeEn, leadsEn, menuEn);
