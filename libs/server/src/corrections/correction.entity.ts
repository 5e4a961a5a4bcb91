import type { Correction, CorrectionFacts } from '@crm/api-contract/corrections';
import type { ContractFacts } from '@crm/domain/supplements';
import { defineTable, instant, integer, json, recordColumns, text, uuid } from '@crm/platform/db';

/** 更正 of a signed contract: known from an instant, right from the beginning. */
export const contractCorrectionTable = defineTable('contract_correction', {
  id: uuid(),
  contractId: uuid().references('contract'),
  state: text<Correction['state']>(),
  reason: text(),
  /** The right values, as asked. */
  facts: json<CorrectionFacts>(),
  /** All facts that it may change, before and after. */
  before: json<ContractFacts>(),
  after: json<ContractFacts>(),
  askedBy: uuid().nullable().references('app_user'),
  knownFrom: instant().later(),
  /** The import whose row has the right values; its workbook is the evidence. */
  importId: uuid().nullable().references('import'),
  importRow: integer().nullable(),
  ...recordColumns(),
});
