import type { Source } from './happening.js';

interface AskedChange {
  readonly kind: 'supplement' | 'correction';
  /** FROM and the clauses after it; the row of the change is `m`. */
  readonly from: string;
  readonly facts: Readonly<Record<string, string>>;
  /** Facts of one that was withdrawn, besides why. */
  readonly ofWithdrawn?: Readonly<Record<string, string>>;
  /** When it took effect, and who agreed. */
  readonly inForce: { readonly at: string; readonly by: string };
}

/** The approval that was asked for last; its subject is the change. */
const APPROVAL = `
  LEFT JOIN LATERAL (
    SELECT t.closed_by, t.state, t.reason
    FROM approval t
    WHERE t.subject_id = m.id
    ORDER BY t.created_at DESC
    LIMIT 1
  ) q
    ON true
`;
const LINES = `jsonb_build_array(jsonb_build_object('before', m.before, 'after', m.after))`;

/** A change of signed values: asked for, in force, or withdrawn. */
export function askedChanges({ kind, from, facts, ofWithdrawn = {}, inForce }: AskedChange): Source[] {
  const of = (state: string) => `${from} ${APPROVAL} WHERE m.contract_id = $1 AND m.state = '${state}'`;
  return [
    {
      kind,
      what: 'asked',
      rank: 1,
      key: 'm.id',
      at: 'm.created_at',
      by: 'm.asked_by',
      decided: false,
      ref: 'm.id',
      facts,
      lines: LINES,
      from: `${from} WHERE m.contract_id = $1`,
    },
    {
      kind,
      what: 'in-force',
      rank: 3,
      key: `m.id || '-in-force'`,
      at: inForce.at,
      by: inForce.by,
      decided: true,
      ref: 'm.id',
      facts,
      lines: LINES,
      from: of('in-force'),
    },
    {
      kind,
      what: 'withdrawn',
      rank: 3,
      key: `m.id || '-withdrawn'`,
      at: 'm.updated_at',
      by: 'q.closed_by',
      decided: true,
      ref: 'm.id',
      facts: { ...ofWithdrawn, returned: `coalesce(q.state = 'returned', false)`, reason: 'q.reason' },
      from: of('withdrawn'),
    },
  ];
}
