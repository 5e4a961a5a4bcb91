import type { PaceSubject } from '@crm/api-contract/lights';
import type { Band } from '@crm/domain/lights';
import { amount, defineTable, instant, integer, json, quietRecordColumns, text, uuid } from '@crm/platform/db';
import type { TypedAmount } from '../contracts/contract.entity.js';

/** The bands: from how far behind the plan a light has which colour. */
export const lightBandsTable = defineTable('light_bands', {
  id: uuid().hidden(),
  number: integer(),
  bands: json<readonly Band[]>(),
  reason: text(),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

/** The target of the zone, a park, a project or a contract. */
export const paceTargetTable = defineTable('pace_target', {
  id: uuid(),
  subjectKind: text<PaceSubject>(),
  parkId: uuid().nullable().references('park'),
  projectId: uuid().nullable().references('investment_project'),
  contractId: uuid().nullable().references('contract'),
  indicator: text(),
  year: integer(),
  createdBy: uuid().nullable().references('app_user').hidden(),
  ...quietRecordColumns(),
});

/** A plan or an actual of a month, as known. */
export const paceFigureTable = defineTable('pace_figure', {
  id: uuid(),
  targetId: uuid().references('pace_target'),
  month: integer(),
  kind: text<'plan' | 'actual'>(),
  valueWan: amount(),
  entered: json<TypedAmount>(),
  source: text(),
  reason: text().nullable(),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});
