import type { KeptTables } from '@crm/platform/db';

/**
 * What the runtime role may only read, or read and add to. Links and heads are written by the seal, which runs as the
 * owner of the tables; number, instant and transaction of an entry are given by the database. `audit_unmasking` is not
 * among them: it is a table like others, and the trail tells of its rows.
 */
export const keptTables: KeptTables = {
  schema_migration: {},
  audit_entry: { adds: { without: ['seq', 'at', 'tx'] } },
  audit_link: {},
  audit_chain: {},
  audit_head: { adds: { without: [] } },
  audit_segment: {},
};
