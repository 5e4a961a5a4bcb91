import { contractKindRules, wasSigned, type ContractKind, type ContractState } from '../contracts/index.js';
import { Refusal } from '../refusal/index.js';
import { differences, type ContractFacts, type Difference } from '../supplements/index.js';

/** Facts of the document itself; a supplement has no others. */
const OF_ITS_OWN: ReadonlySet<string> = new Set(['number', 'signedOn', 'amount']);

/**
 * 更正: a fact was written down wrongly and is right from the beginning. What changes the deal is a supplement. A
 * completed or terminated contract may be corrected too, since its facts still count. Refuses (conflict)
 * `contract.not-signed`, and `correction.of-parent` for a fact that a supplement takes from its contract.
 */
export function assertCorrectable(
  { kind, status }: { readonly kind: ContractKind; readonly status: ContractState },
  asked: readonly string[],
): void {
  if (!wasSigned(status)) throw Refusal.conflict('contract.not-signed', { status });
  if (contractKindRules[kind].needsParent && asked.some((fact) => !OF_ITS_OWN.has(fact)))
    throw Refusal.conflict('correction.of-parent', { kind });
}

/** Days that stand around the signing day; null: not set. */
export interface AroundSigning {
  readonly today: string;
  readonly endedOn: string | null;
  readonly fullProductionOn: string | null;
  /** Of a supplement: the signing day of its contract. */
  readonly parentSignedOn: string | null;
  /** Signing days of its supplements. */
  readonly supplementsOn: readonly string[];
}

/**
 * The corrected signing day. Refuses `date.future`, `contract.ends-before-signing`, `correction.signed-after` (its full
 * production, or a supplement, is earlier) and `date.before-signing` (a supplement before its contract).
 */
export function admitSignedOn(signedOn: string, around: AroundSigning): void {
  if (signedOn > around.today) throw new Refusal('date.future', { today: around.today });
  if (around.endedOn !== null && signedOn > around.endedOn)
    throw new Refusal('contract.ends-before-signing', { signedOn });
  if (around.parentSignedOn !== null && signedOn < around.parentSignedOn)
    throw new Refusal('date.before-signing', { signedOn: around.parentSignedOn });
  const [first] = [...around.supplementsOn, ...(around.fullProductionOn ? [around.fullProductionOn] : [])].sort();
  if (first !== undefined && signedOn > first) throw new Refusal('correction.signed-after', { day: first });
}

/**
 * The approver agreed to replace these values. Refuses `correction.moved` (conflict) if one of them is another now.
 */
export function assertStill(asked: readonly Difference[], facts: ContractFacts): void {
  const then = Object.fromEntries(asked.map(({ field, before }) => [field, before]));
  const now = Object.fromEntries(asked.map(({ field }) => [field, facts[field] ?? null]));
  const moved = differences(then, now).map(({ field }) => field);
  if (moved.length > 0) throw Refusal.conflict('correction.moved', { fields: moved });
}
