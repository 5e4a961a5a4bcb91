import { contractCorrectionTable } from '../corrections/correction.entity.js';
import type { Source } from './happening.js';

const m = contractCorrectionTable.as('m');

const facts = { reason: m.reason };
const lines = `jsonb_build_array(jsonb_build_object('before', ${m.before}, 'after', ${m.after}))`;
const closing = `
  contract_correction m
  LEFT JOIN approval q ON q.kind = 'contract-correction' AND q.subject_id = m.id
  WHERE m.contract_id = $1
`;

/** 更正: asked for, agreed to, or returned. */
export const correctionSources: readonly Source[] = [
  {
    kind: 'correction',
    what: 'asked',
    rank: 1,
    key: m.id,
    at: m.createdAt,
    by: m.askedBy,
    decided: false,
    ref: m.id,
    facts,
    lines,
    from: 'contract_correction m WHERE m.contract_id = $1',
  },
  {
    kind: 'correction',
    what: 'in-force',
    rank: 3,
    key: `${m.id} || '-in-force'`,
    at: m.knownFrom,
    by: 'q.closed_by',
    decided: true,
    ref: m.id,
    facts,
    lines,
    from: `${closing} AND m.state = 'in-force'`,
  },
  {
    kind: 'correction',
    what: 'withdrawn',
    rank: 3,
    key: `${m.id} || '-withdrawn'`,
    at: m.updatedAt,
    by: 'q.closed_by',
    decided: true,
    ref: m.id,
    facts: { returned: `coalesce(q.state = 'returned', false)`, reason: 'q.reason' },
    from: `${closing} AND m.state = 'withdrawn'`,
  },
];
