import { assessmentTable } from '../assessments/assessment.entity.js';
import { actualTable, figureChoiceTable } from '../commitments/commitment.entity.js';
import { amountOf, type Source } from './happening.js';

const a = actualTable.as('a');
const b = actualTable.as('b');
const h = figureChoiceTable.as('h');
const v = assessmentTable.as('v');

/** The figures of one instant, as lines. */
const figures = (): string => `
  jsonb_agg(
    jsonb_build_object(
      'indicator', ${a.indicator}, 'year', ${a.year}, 'value', ${amountOf(a.value)}, 'source', ${a.source}
    )
    ORDER BY ${a.year} DESC, ${a.indicator}
  )
`;

/** Reported figures and verdicts. Those of one instant are one event. */
export const figureSources: readonly Source[] = [
  {
    kind: 'actual',
    what: 'entered',
    rank: 1,
    key: `min(${a.id}::text)`,
    at: a.knownFrom,
    by: a.enteredBy,
    decided: false,
    ref: `min(${a.id}::text)`,
    lines: figures(),
    from: `
      actual a
      WHERE a.contract_id = $1 AND a.import_id IS NULL AND a.corrects_id IS NULL
      GROUP BY a.known_from, a.entered_by
    `,
  },
  {
    kind: 'actual',
    what: 'verified',
    rank: 1,
    key: `min(${a.id}::text) || '-verified'`,
    at: a.verifiedAt,
    by: a.verifiedBy,
    decided: true,
    ref: `min(${a.id}::text)`,
    lines: figures(),
    from: `
      actual a
      WHERE a.contract_id = $1 AND a.verified_at IS NOT NULL
      GROUP BY a.verified_at, a.verified_by
    `,
  },
  {
    kind: 'actual',
    what: 'corrected',
    rank: 1,
    key: a.id,
    at: a.knownFrom,
    by: a.enteredBy,
    decided: false,
    ref: a.id,
    facts: { reason: a.correctionReason },
    lines: `
      jsonb_build_array(
        jsonb_build_object(
          'indicator', ${a.indicator}, 'year', ${a.year}, 'value', ${amountOf(a.value)}, 'before',
          ${amountOf(b.value)}, 'source', ${a.source}
        )
      )
    `,
    from: 'actual a JOIN actual b ON b.id = a.corrects_id WHERE a.contract_id = $1',
  },
  {
    // A person decided which source speaks, also where the choice has ended since.
    kind: 'actual',
    what: 'chosen',
    rank: 4,
    key: h.id,
    at: h.knownFrom,
    by: h.chosenBy,
    decided: true,
    ref: h.actualId,
    facts: { reason: h.reason },
    lines: `
      jsonb_build_array(
        jsonb_build_object(
          'indicator', ${h.indicator}, 'year', ${h.year}, 'value', ${amountOf(a.value)}, 'source', ${a.source}
        )
      )
    `,
    from: 'figure_choice h JOIN actual a ON a.id = h.actual_id WHERE h.contract_id = $1',
  },
  {
    // If only amounts differ, the verdict is not new. `not-due` is no event. Of one transaction, only the last verdict
    // counts.
    kind: 'verdict',
    what: 'changed',
    rank: 5,
    key: `min(${v.id}::text)`,
    at: v.knownAt,
    by: 'NULL',
    decided: true,
    ref: `min(${v.id}::text)`,
    lines: `
      jsonb_agg(
        jsonb_build_object(
          'indicator', ${v.indicator}, 'year', ${v.year}, 'before', v.before, 'verdict', ${v.verdict}, 'percent',
          ${amountOf(`round(${v.attainmentPercent}, 6)`)}, 'commitmentId', ${v.commitmentId}
        )
        ORDER BY ${v.year} DESC, ${v.indicator}
      )
    `,
    from: `
      (
        SELECT a.*, lag(a.verdict) OVER (PARTITION BY a.commitment_id, a.year ORDER BY a.known_at) AS before
        FROM
          (
            SELECT DISTINCT ON (s.commitment_id, s.year, s.known_at) s.*
            FROM assessment s
            WHERE s.contract_id = $1
            ORDER BY s.commitment_id, s.year, s.known_at, s.superseded_at DESC NULLS FIRST, s.id DESC
          ) a
      ) v
      WHERE v.verdict IS DISTINCT FROM coalesce(v.before, 'not-due')
      GROUP BY v.known_at
    `,
  },
];
