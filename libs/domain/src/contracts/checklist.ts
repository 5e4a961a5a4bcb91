import { Refusal } from '../refusal/index.js';
import { type ContractKind, contractKindRules } from './contract.js';

/**
 * 公平竞争审查: a promise of land or support is reviewed before it is made (公平竞争审查条例, 国务院令第 783 号, in force since
 * 2024-08-01).
 */
export const FAIR_COMPETITION = 'fair-competition';

/** One clause of the checklist, and whether somebody has checked it on the contract. */
export interface ClauseChecked {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly required: boolean;
  readonly checked: boolean;
}

/** Only what binds both sides to figures passes the list; everything else is signed without. */
export const needsChecklist = (kind: ContractKind): boolean => contractKindRules[kind].carriesCommitments;

export const missingClauses = <Item extends Pick<ClauseChecked, 'required' | 'checked'>>(
  items: readonly Item[],
): readonly Item[] => items.filter(({ required, checked }) => required && !checked);

/**
 * The review stands in every list: `checklist.fair-competition-stays` (conflict) where it would be optional or no
 * longer asked for.
 */
export function assertReviewStays(
  { key }: { readonly key: string },
  {
    required = true,
    active = true,
  }: { readonly required?: boolean | undefined; readonly active?: boolean | undefined },
): void {
  if (key === FAIR_COMPETITION && !(required && active)) throw Refusal.conflict('checklist.fair-competition-stays');
}

/**
 * Before a contract is submitted, or signed without a review: every required clause is checked. Refuses
 * `checklist.fair-competition` where that one is missing, else
 * `checklist.incomplete`; both name all that is missing, in the order of the list.
 */
export function admitChecklist(kind: ContractKind, items: readonly ClauseChecked[]): void {
  const missing = needsChecklist(kind) ? missingClauses(items) : [];
  if (missing.length === 0) return;
  const facts = { count: missing.length, missing: missing.map(({ key, name, nameEn }) => ({ key, name, nameEn })) };
  throw new Refusal(
    missing.some(({ key }) => key === FAIR_COMPETITION) ? 'checklist.fair-competition' : 'checklist.incomplete',
    facts,
  );
}
