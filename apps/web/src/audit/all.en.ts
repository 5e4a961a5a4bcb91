import { routesEn } from '@crm/api-contract/sentences/routesEn';
import { merged } from '../i18n/shape.js';
import { auditEn } from './audit.en.js';
import { auditColumnsEn } from './columns.en.js';
import { furtherColumnsEn } from './furtherColumns.en.js';
import { toldEn } from './told.en.js';

/** The words of the page, of what the trail is about, of every column and of every route. */
export const allEn = merged(auditEn, toldEn, auditColumnsEn, furtherColumnsEn, { audit: { route: routesEn } });
