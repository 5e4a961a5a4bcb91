import type { SupplementChanges, Supplement } from '@crm/api-contract/supplements';
import type { ContractFacts } from '@crm/domain/supplements';
import { day, defineTable, instant, integer, json, recordColumns, text, uuid } from '@crm/platform/db';
import type { z } from 'zod';

/** What a supplement changes on its contract, as it was asked for. */
export type Changes = z.output<typeof SupplementChanges>;

/** A supplement of a contract; its paper is a contract of the same id. */
export const contractAmendmentTable = defineTable('contract_amendment', {
  id: uuid().references('contract'),
  contractId: uuid().references('contract'),
  state: text<Supplement['state']>(),
  reason: text(),
  changes: json<Changes>(),
  /** Everything it may move, before and after it. */
  before: json<ContractFacts>().nullable(),
  after: json<ContractFacts>().nullable(),
  /** The version of the contract since when it is asked for, or in force. */
  parentVersion: integer().nullable(),
  askedBy: uuid().nullable().references('app_user'),
  inForceFrom: instant().later(),
  ...recordColumns(),
});

/** The full production of a contract until a supplement moved it. */
export const contractFullProductionTable = defineTable('contract_full_production', {
  id: uuid(),
  contractId: uuid().references('contract'),
  year: integer().nullable(),
  day: day().nullable(),
  knownFrom: instant(),
  knownTo: instant().computed('now()'),
});
