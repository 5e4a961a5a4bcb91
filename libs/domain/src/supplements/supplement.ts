import { isLive, wasSigned, type ContractKind, type ContractState } from '../contracts/index.js';
import { decimal } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';

/** The facts of a contract at one moment, by name: amounts in 万元, areas in 亩, days, years, texts. null: not set. */
export type ContractFacts = Readonly<Record<string, string | null>>;

export interface Difference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The facts that differ, in the order of a printed contract: money, land, dates, then each commitment and each
 * consequence clause. Equal amounts in another notation ("30", "30.00") do not differ.
 */
export function differences(before: ContractFacts, after: ContractFacts): Difference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byPlace).flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return same(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

const PLACES = [
  'number',
  'signedOn',
  'parkName',
  'industryName',
  'amountWan',
  'investedWan',
  'areaMu',
  'parcel',
  'fullProductionYear',
  'fullProductionOn',
  'termFrom',
  'termTo',
  'promise',
  'perMuWan',
  'totalWan',
  'percentOfStandard',
  'fromYear',
  'dueOn',
  'lastYear',
  'ramp',
  'tolerancePercent',
  'clause',
  'consequence',
  'cureDays',
  'percent',
  'threshold',
  'indicators',
  'text',
];
const placeOf = (part: string | undefined): number =>
  (PLACES.indexOf(part ?? '') + PLACES.length + 1) % (PLACES.length + 1);

function byPlace(a: string, b: string): number {
  const [[head, subject = '', fact], [otherHead, otherSubject = '', otherFact]] = [a.split('.'), b.split('.')];
  return (
    placeOf(head) - placeOf(otherHead) ||
    (subject < otherSubject ? -1 : subject > otherSubject ? 1 : 0) ||
    placeOf(fact) - placeOf(otherFact)
  );
}

const NUMBER = /^\d+(\.\d+)?$/;
const same = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && NUMBER.test(a) && NUMBER.test(b) && decimal(a).equals(decimal(b)));

/**
 * Checks that a contract may be amended. Refuses (conflict) `contract.parent` (it is a supplement itself),
 * `contract.not-signed` and `supplement.over` (completed or terminated).
 */
export function assertAmendable({ kind, status }: { kind: ContractKind; status: ContractState }): void {
  if (kind === 'supplement') throw Refusal.conflict('contract.parent', { kind });
  if (!wasSigned(status)) throw Refusal.conflict('contract.not-signed', { status });
  if (!isLive(status)) throw Refusal.conflict('supplement.over', { status });
}

/**
 * Checks that a contract may be renewed. Refuses (conflict) `contract.parent` (it is a supplement) and
 * `contract.not-signed`.
 */
export function assertRenewable({ kind, status }: { kind: ContractKind; status: ContractState }): void {
  if (kind === 'supplement') throw Refusal.conflict('contract.parent', { kind });
  if (!wasSigned(status)) throw Refusal.conflict('contract.not-signed', { status });
}
