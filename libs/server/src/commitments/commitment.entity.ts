import type { Actual, RampStep } from '@crm/domain/commitments';
import type { PromisedIndicator } from '@crm/domain/standards';
import { defineTable, amount, day, instant, integer, json, numeric, recordColumns, text, uuid } from '@crm/platform/db';

/** A value as typed, in a unit of the indicator. */
export interface TypedQuantity {
  readonly value: string;
  readonly unit: string;
}

/** The commitment of a contract for one indicator. */
export const commitmentTable = defineTable('commitment', {
  id: uuid(),
  contractId: uuid().references('contract'),
  indicator: text<PromisedIndicator>(),
  createdBy: uuid().nullable().references('app_user'),
  importId: uuid().later(),
  ...recordColumns(),
});

/** One version of a commitment's terms: in force from one instant to another. */
export const commitmentTermTable = defineTable('commitment_term', {
  id: uuid(),
  commitmentId: uuid().references('commitment'),
  master: text<'per-mu' | 'total'>(),
  perMuWan: amount().nullable(),
  total: amount().nullable(),
  entered: json<TypedQuantity>(),
  fromYear: integer().nullable(),
  dueOn: day().nullable(),
  lastYear: integer().nullable(),
  ramp: json<readonly RampStep[]>().default([]),
  tolerancePercent: numeric(9, 6).nullable(),
  clause: text().nullable(),
  measuredBy: text<'output-value' | 'revenue'>().nullable(),
  reason: text().nullable(),
  enteredBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

/** The actual value of an enterprise for one indicator in one year. */
export const actualTable = defineTable('actual', {
  id: uuid(),
  contractId: uuid().references('contract'),
  indicator: text<PromisedIndicator>(),
  year: integer(),
  value: amount(),
  entered: json<TypedQuantity>(),
  source: text<Actual['source']>(),
  note: text().default(''),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  verifiedBy: uuid().later().references('app_user').hidden(),
  verifiedAt: instant().later(),
  correctsId: uuid().later().references('actual'),
  correctionReason: text().later(),
  /** Doubts that the person who entered it has confirmed. */
  confirmed: json<readonly string[]>().default([]),
  importId: uuid().later(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

/** A manager makes this figure count, although a source of a higher rank has another. */
export const figureChoiceTable = defineTable('figure_choice', {
  id: uuid(),
  actualId: uuid().references('actual'),
  contractId: uuid().references('contract'),
  indicator: text<PromisedIndicator>(),
  year: integer(),
  reason: text(),
  chosenBy: uuid().nullable().references('app_user').hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

/** 豁免 of one commitment and year. */
export const waiverTable = defineTable('waiver', {
  id: uuid(),
  commitmentId: uuid().references('commitment'),
  year: integer(),
  reason: text(),
  decidedBy: uuid().nullable().references('app_user').hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
  requestedBy: uuid().nullable().references('app_user').hidden(),
});
