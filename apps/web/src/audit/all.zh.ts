import { routesZh } from '@crm/api-contract/sentences/routesZh';
import { merged } from '../i18n/shape.js';
import { auditZh } from './audit.zh.js';
import { auditColumnsZh } from './columns.zh.js';
import { furtherColumnsZh } from './furtherColumns.zh.js';
import { toldZh } from './told.zh.js';

/** The words of the page, of what the trail is about, of every column and of every route. */
export const allZh = merged(auditZh, toldZh, auditColumnsZh, furtherColumnsZh, { audit: { route: routesZh } });
