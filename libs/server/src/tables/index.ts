import type { AnyTable } from '@crm/platform/db';
import { contactTable, contactUnmaskingTable, enterpriseTable } from '../enterprises/enterprise.entity.js';
import { coReportTable, followUpTable, leadTable } from '../leads/lead.entity.js';
import { industryTable, parkTable } from '../parks/park.entity.js';

/** Every table of the product, each described in its room. A spec holds them against the migrated database. */
export const tables: readonly AnyTable[] = [
  contactTable,
  contactUnmaskingTable,
  coReportTable,
  enterpriseTable,
  followUpTable,
  industryTable,
  leadTable,
  parkTable,
];
