import { type Amount, decimal } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';

/** 合同签约, 补充协议, 豁免, 违约处置, 节点延期, 更正. */
export const approvalKinds = [
  'contract-signing',
  'supplement',
  'waiver',
  'consequence-decision',
  'milestone-extension',
  'contract-correction',
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** Roles that can be assigned to a level. An administrator can act for a manager, never the other way round. */
export const approverRoles = ['manager', 'admin'] as const;
export type ApproverRole = (typeof approverRoles)[number];

/** Who may decide a level: anyone with the role, or one of the people named. */
export type ApprovalLevel = { readonly role: ApproverRole } | { readonly userIds: readonly string[] };

/**
 * One row of the policy: the levels, in order, for cases of this kind from this amount (万元, inclusive). With
 * `belowStandardOnly`, only for cases below the standard.
 */
export interface ApprovalPolicy {
  readonly kind: ApprovalKind;
  readonly fromWan: Amount;
  readonly belowStandardOnly: boolean;
  readonly levels: readonly ApprovalLevel[];
}

const manager: ApprovalLevel = { role: 'manager' };
const policy = (
  kind: ApprovalKind,
  fromWan: string,
  levels: readonly ApprovalLevel[],
  belowStandardOnly = false,
): ApprovalPolicy => ({ kind, fromWan, belowStandardOnly, levels });

/**
 * Our defaults, until an administrator sets the zone's own. Signing needs one level below the standard or from 1 亿元,
 * and two from 10 亿元, the amount for first-report filing. Every other kind needs one.
 */
export const defaultPolicies: readonly ApprovalPolicy[] = [
  policy('contract-signing', '0', [manager], true),
  policy('contract-signing', '10000', [manager]),
  policy('contract-signing', '100000', [manager, manager]),
  ...approvalKinds.filter((kind) => kind !== 'contract-signing').map((kind) => policy(kind, '0', [manager])),
];

export interface ApprovalQuestion {
  readonly kind: ApprovalKind;
  /** 万元. null counts as 0, so that only rows from 0 match. */
  readonly amountWan: Amount | null;
  readonly belowStandard: boolean;
}

/**
 * The levels a case must pass; empty: no approval is needed. Of the matching rows the strictest applies: most levels,
 * then the highest amount, then `belowStandardOnly`. So a larger amount, or a promise below the standard, never needs
 * fewer levels. A supplement below the standard always needs one level, since no second signature follows it. So does a
 * correction: another person looks at the evidence.
 */
export function levelsAsked(
  policies: readonly ApprovalPolicy[],
  { kind, amountWan, belowStandard }: ApprovalQuestion,
): readonly ApprovalLevel[] {
  const amount = decimal(amountWan ?? '0');
  const matching = policies.filter(
    (row) => row.kind === kind && amount.gte(row.fromWan) && (belowStandard || !row.belowStandardOnly),
  );
  const [first] = matching.toSorted(
    (a, b) =>
      b.levels.length - a.levels.length ||
      decimal(b.fromWan).cmp(a.fromWan) ||
      Number(b.belowStandardOnly) - Number(a.belowStandardOnly),
  );
  const levels = first?.levels ?? [];
  const alone = kind === 'contract-correction' || (kind === 'supplement' && belowStandard);
  return levels.length === 0 && alone ? [manager] : levels;
}

/** At most this many levels: with more, a case would never be finished. */
export const MAX_LEVELS = 5;

/**
 * Whether a row catches every case that must not be missed: any change of a signed promise, and signings below the
 * standard. A contract at the standard may be signed without approval below the first amount.
 */
const coversMandatoryCases = (kind: ApprovalKind, { fromWan, belowStandardOnly }: ApprovalPolicy): boolean =>
  decimal(fromWan).isZero() && (kind === 'contract-signing' || !belowStandardOnly);

/** Whether `one` matches every case that `other` matches and needs more levels. */
const overrides = (one: ApprovalPolicy, other: ApprovalPolicy): boolean =>
  one.kind === other.kind &&
  decimal(one.fromWan).lte(other.fromWan) &&
  (!one.belowStandardOnly || other.belowStandardOnly) &&
  one.levels.length > other.levels.length;

/**
 * Checks that the rows of one kind fit together. `approvers` is the number of people who may decide at all. Refuses:
 * - `approval.policy-twice` (conflict): the same amount and flag twice.
 * - `approval.policy-gap`: no row from 0 for changes of a signed promise, or for signings below the standard. A row may
 *   say "no levels".
 * - `approval.policy-idle`: a row that never applies, because a row from a lower amount needs more levels.
 * - `approval.level`: more levels than approvers. Nobody may decide two levels of a case or their own case.
 */
export function admitPolicies(kind: ApprovalKind, rows: readonly ApprovalPolicy[], approvers: number): void {
  for (const [i, row] of rows.entries()) {
    const same = rows.findIndex(
      (other) =>
        other.kind === row.kind &&
        decimal(other.fromWan).eq(row.fromWan) &&
        other.belowStandardOnly === row.belowStandardOnly,
    );
    if (same !== i) throw Refusal.conflict('approval.policy-twice', { fromWan: String(row.fromWan) });
    if (row.levels.length > approvers)
      throw new Refusal('approval.level', { levels: row.levels.length, approvers }).at(`/rows/${i}/levels`);
  }
  for (const [i, row] of rows.entries()) {
    const stricter = rows.find((other) => overrides(other, row));
    if (stricter)
      throw new Refusal('approval.policy-idle', {
        fromWan: String(row.fromWan),
        levels: row.levels.length,
        otherWan: String(stricter.fromWan),
        otherLevels: stricter.levels.length,
      }).at(`/rows/${i}/levels`);
  }
  if (!rows.some((row) => coversMandatoryCases(kind, row)))
    throw new Refusal('approval.policy-gap', { kind }).at('/rows');
}
