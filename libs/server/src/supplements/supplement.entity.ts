import type { SupplementChanges, Supplement } from '@crm/api-contract/supplements';
import type { ContractFacts } from '@crm/domain/supplements';
import { day, defineTable, instant, integer, json, recordColumns, text, uuid } from '@crm/platform/db';
import type { z } from 'zod';

/** The requested changes of a contract. */
export type Changes = z.output<typeof SupplementChanges>;

/** A supplement; its document is a contract row with the same id. */
export const contractAmendmentTable = defineTable('contract_amendment', {
  id: uuid().references('contract'),
  contractId: uuid().references('contract'),
  state: text<Supplement['state']>(),
  reason: text(),
  changes: json<Changes>(),
  /** All facts that it may change, before and after. */
  before: json<ContractFacts>().nullable(),
  after: json<ContractFacts>().nullable(),
  /** The version of the contract when it was requested or took effect. */
  parentVersion: integer().nullable(),
  askedBy: uuid().nullable().references('app_user'),
  inForceFrom: instant().later(),
  ...recordColumns(),
});

/** The full production of a contract until a supplement changed it. */
export const contractFullProductionTable = defineTable('contract_full_production', {
  id: uuid(),
  contractId: uuid().references('contract'),
  year: integer().nullable(),
  day: day().nullable(),
  knownFrom: instant(),
  knownTo: instant().computed('now()'),
});
