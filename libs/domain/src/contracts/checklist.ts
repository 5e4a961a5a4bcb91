import { Refusal } from '../refusal/index.js';
import { type ContractKind, contractKindRules } from './contract.js';

/** 公平竞争审查: land or support is reviewed before it is promised (公平竞争审查条例, 国务院令第 783 号, in force since 2024-08-01). */
export const FAIR_COMPETITION = 'fair-competition';

/** One clause of the checklist, and whether it is checked on the contract. */
export interface ClauseChecked {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly required: boolean;
  readonly checked: boolean;
}

/** Only contracts with commitments need the checklist. */
export const needsChecklist = (kind: ContractKind): boolean => contractKindRules[kind].carriesCommitments;

/** Required clauses that are not checked, in the order of the list. */
export const missingClauses = <Item extends Pick<ClauseChecked, 'required' | 'checked'>>(
  items: readonly Item[],
): readonly Item[] => items.filter(({ required, checked }) => required && !checked);

/**
 * The fair-competition review must stay required and active in every list. Refuses `checklist.fair-competition-stays`
 * (conflict).
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
 * Before a contract is submitted, or signed without approval, every required clause must be checked. Refuses
 * `checklist.fair-competition` if that review is missing, otherwise `checklist.incomplete`. The facts name all missing
 * clauses in the order of the list.
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
