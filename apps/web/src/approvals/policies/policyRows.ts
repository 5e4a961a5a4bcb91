import type { ApprovalPolicy } from '@crm/api-contract/approvals';
import {
  admitPolicies,
  type ApprovalKind,
  type ApprovalLevel,
  type ApprovalPolicy as Policy,
} from '@crm/domain/approvals';
import { isRefusal } from '@crm/domain/refusal';
import { readMoney, readMoneyIn, type Reading } from '../../parts/text/amounts.js';
import { countsMillions, millionsFromWan, type Translate } from '../../parts/text/money.js';
import { showDecimal, showMoney } from '../../parts/text/numbers.js';

/** A row that is being edited; its amount may be incomplete. */
export interface Row {
  readonly from: string;
  readonly belowStandardOnly: boolean;
  readonly levels: readonly ApprovalLevel[];
}

const levelFrom = ({ role, people }: ApprovalPolicy['levels'][number]): ApprovalLevel =>
  role === null ? { userIds: people.map(({ id }) => id) } : { role };

/** How amounts are shown and read in the reader's language. */
export interface Typing {
  readonly read: (typed: string) => Reading;
  readonly write: (wan: string) => string;
}
const grouped = (millions: string): string => (millions.includes('.') ? millions : showDecimal(millions));
const CHINESE: Typing = { read: readMoney, write: typedAs };
export const typingIn = (translate: Translate): Typing =>
  countsMillions(translate)
    ? { read: readMoneyIn(translate), write: (wan) => `CNY ${grouped(millionsFromWan(wan))} m` }
    : CHINESE;

export const rowsOf = (policies: readonly ApprovalPolicy[], kind: ApprovalKind, { write } = CHINESE): Row[] =>
  policies
    .filter((one) => one.kind === kind)
    .map(({ fromWan, belowStandardOnly, levels }) => ({
      from: write(fromWan),
      belowStandardOnly,
      levels: levels.map(levelFrom),
    }));

/** 10000 → 1 亿, if that is exact. */
function typedAs(wan: string): string {
  const shown = showMoney(wan);
  return shown?.unit === 'yi' &&
    readMoney(`${shown.text} 亿`).ok &&
    (readMoney(`${shown.text} 亿`) as { value: string }).value === wan
    ? `${shown.text.replace(/\.?0+$/, '')} 亿`
    : wan;
}

/** The rows as the rules take them; null while an amount cannot be read. */
export function policiesIn(kind: ApprovalKind, rows: readonly Row[], { read: reads } = CHINESE): Policy[] | null {
  const read = rows.map(({ from, ...row }) => ({ kind, ...row, amount: reads(from) }));
  return read.every(({ amount }) => amount.ok)
    ? read.map(({ amount, ...row }) => ({ ...row, fromWan: amount.ok ? amount.value : '0' }))
    : null;
}

/** The refusal of the server, by the same rule; null if it accepts them. */
export function refusedBecause(
  kind: ApprovalKind,
  policies: readonly Policy[],
  approvers: number,
): { code: string; params: Readonly<Record<string, unknown>>; pointer: string } | null {
  try {
    admitPolicies(kind, policies, Math.max(1, approvers - 1));
    return null;
  } catch (thrown) {
    if (isRefusal(thrown)) return { code: thrown.code, params: thrown.facts, pointer: '' };
    throw thrown;
  }
}

/** 管理者 → 周岚或韩冬. */
export const levelsSaid = (levels: ApprovalPolicy['levels'], translate: Translate): string =>
  levels.length === 0
    ? translate('approvals.policies.nobody')
    : levels
        .map(({ role, people }) =>
          role ? translate(`approvals.role.${role}`) : people.map(({ name }) => name).join(translate('approvals.or')),
        )
        .join(' → ');

/** 1 亿起，低于标准：管理者 → 周岚或韩冬, as on the screen. */
export function rowSaid(
  { from, belowStandardOnly, levels }: Row,
  signers: readonly { id: string; name: string }[],
  translate: Translate,
): string {
  const people = levels.map((level) =>
    'role' in level
      ? { role: level.role, people: [] }
      : {
          role: null,
          people: level.userIds.map((id) => ({ id, name: signers.find((one) => one.id === id)?.name ?? id })),
        },
  );
  return translate('approvals.policies.row', {
    from,
    of: translate(belowStandardOnly ? 'approvals.policies.below' : 'approvals.policies.all'),
    levels: levelsSaid(people, translate),
  });
}

/** The value of a level in its select field. */
export const levelKey = (level: ApprovalLevel): string => ('role' in level ? level.role : level.userIds.join(','));
export const levelOfKey = (key: string): ApprovalLevel =>
  key === 'manager' || key === 'admin' ? { role: key } : { userIds: key.split(',') };
