import { type Amount, decimal } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';

/** What is asked for: 合同签约, 补充协议, 豁免, 违约处置, 节点延期. */
export const approvalKinds = [
  'contract-signing',
  'supplement',
  'waiver',
  'consequence-decision',
  'milestone-extension',
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** Roles a level may be given to; an administrator stands in for a manager, never the other way round. */
export const approverRoles = ['manager', 'admin'] as const;
export type ApproverRole = (typeof approverRoles)[number];

/** Who may decide a level: anybody of a role, or one of the people named. */
export type ApprovalLevel = { readonly role: ApproverRole } | { readonly userIds: readonly string[] };

/**
 * A row of the policy: cases of that kind from that amount on (万元, inclusive), all of them or those below the standard
 * alone, pass these levels in their order.
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
 * Ours, until an administrator sets the zone's own: signing asks one level below the standard or from 1 亿, two from 10
 * 亿 (as first-report filing); whatever changes a signed promise asks one.
 */
export const defaultPolicies: readonly ApprovalPolicy[] = [
  policy('contract-signing', '0', [manager], true),
  policy('contract-signing', '10000', [manager]),
  policy('contract-signing', '100000', [manager, manager]),
  ...approvalKinds.filter((kind) => kind !== 'contract-signing').map((kind) => policy(kind, '0', [manager])),
];

export interface ApprovalQuestion {
  readonly kind: ApprovalKind;
  /** 万元; null where no amount is named: rows from 0 alone speak of it. */
  readonly amountWan: Amount | null;
  readonly belowStandard: boolean;
}

/**
 * The levels a case passes. Of the rows that match, the most demanding speaks: most levels, then the highest amount,
 * then the one for what lies below the
 * standard. So a larger amount, or a promise below the standard, never asks less. None: nothing has to be approved,
 * save what a supplement would put below the
 * standard: there is no second signature after it, so that one level is asked whatever the table says.
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
  return levels.length === 0 && kind === 'supplement' && belowStandard ? [manager] : levels;
}

/** So many levels at most: beyond that a case never ends. */
export const MAX_LEVELS = 5;

/**
 * What nobody must overlook: any change of a signed promise, and of the signings those below the standard. A contract
 * at the standard may be signed unasked below the first amount.
 */
const speaksOfAll = (kind: ApprovalKind, { fromWan, belowStandardOnly }: ApprovalPolicy): boolean =>
  decimal(fromWan).isZero() && (kind === 'contract-signing' || !belowStandardOnly);

/** Speaks of every case the other speaks of, and asks more. */
const outspeaks = (one: ApprovalPolicy, other: ApprovalPolicy): boolean =>
  one.kind === other.kind &&
  decimal(one.fromWan).lte(other.fromWan) &&
  (!one.belowStandardOnly || other.belowStandardOnly) &&
  one.levels.length > other.levels.length;

/**
 * May these rows of one kind stand together? `approval.policy-twice`: the same amount and flag twice.
 * `approval.policy-gap`: no row from 0 for every
 * change of a signed promise, or for what is signed below the standard, so that some would pass unseen; a row may say
 * that nobody is asked. `approval.policy-idle`: a row that never speaks, for one from a lower amount asks more.
 * `approval.level`: more levels than there are people to decide them
 * (nobody decides two levels of a case, and nobody their own), so that no case could ever be granted. `approvers`: how
 * many may decide at all.
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
    const louder = rows.find((other) => outspeaks(other, row));
    if (louder)
      throw new Refusal('approval.policy-idle', {
        fromWan: String(row.fromWan),
        levels: row.levels.length,
        otherWan: String(louder.fromWan),
        otherLevels: louder.levels.length,
      }).at(`/rows/${i}/levels`);
  }
  if (!rows.some((row) => speaksOfAll(kind, row))) throw new Refusal('approval.policy-gap', { kind }).at('/rows');
}
