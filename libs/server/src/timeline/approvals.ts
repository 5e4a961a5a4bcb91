import { approvalStepTable, approvalTable } from '../approvals/approval.entity.js';
import { amountOf, type Source } from './happening.js';

const s = approvalStepTable.as('s');
const t = approvalTable.as('t');

const LEVELS = `
  (
    SELECT
      s.*, max(s.at) OVER (PARTITION BY s.approval_id) AS last_at, t.kind AS asked, t.levels, t.state, t.id AS case_id
    FROM approval_step s
    JOIN approval t ON t.id = s.approval_id
    WHERE t.contract_id = $1
  ) s
`;
/** Cases whose room lists the outcome itself. */
const TOLD = `
  s.at = s.last_at
    AND (
      s.asked IN ('supplement', 'contract-correction', 'waiver', 'consequence-decision') AND s.state IN ('granted', 'returned')
        OR s.asked = 'milestone-extension' AND s.state = 'granted'
    )
`;

/** Approval requests about the contract, level by level. */
export const approvalSources: readonly Source[] = [
  {
    kind: 'approval',
    what: 'asked',
    rank: 2,
    key: t.id,
    at: t.createdAt,
    by: t.requestedBy,
    decided: false,
    ref: t.id,
    facts: {
      asked: t.kind,
      levels: t.levels,
      amountWan: amountOf(t.amountWan),
      belowStandard: t.belowStandard,
      reason: `coalesce(${t.payload} ->> 'belowStandardReason', ${t.payload} ->> 'reason')`,
    },
    from: `approval t WHERE t.contract_id = $1 AND t.kind IN ('contract-signing', 'milestone-extension')`,
  },
  {
    kind: 'approval',
    what: `(${s.decision})`,
    rank: 2,
    key: s.id,
    at: s.at,
    by: s.decidedBy,
    decided: true,
    ref: 's.case_id',
    facts: { asked: 's.asked', level: s.level, levels: 's.levels', note: s.note },
    from: `${LEVELS} WHERE s.at IS NOT NULL AND NOT (${TOLD})`,
  },
  {
    kind: 'approval',
    what: 'added',
    rank: 2,
    key: `${s.id} || '-added'`,
    at: s.createdAt,
    by: s.addedBy,
    decided: false,
    ref: 's.case_id',
    facts: {
      asked: 's.asked',
      level: s.level,
      reason: s.addedReason,
      signer: `(SELECT string_agg(u.name, '、') FROM app_user u WHERE u.id = ANY(${s.userIds}))`,
    },
    from: `${LEVELS} WHERE s.added_by IS NOT NULL`,
  },
  {
    kind: 'approval',
    what: 'revoked',
    rank: 2,
    key: `${t.id} || '-revoked'`,
    at: t.closedAt,
    by: t.closedBy,
    decided: false,
    ref: t.id,
    facts: { asked: t.kind, reason: t.reason },
    from: `
      approval t
      WHERE t.contract_id = $1 AND t.state = 'revoked' AND t.kind IN ('contract-signing', 'milestone-extension')
    `,
  },
];
