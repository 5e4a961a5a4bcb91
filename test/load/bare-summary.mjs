// The compliance summary of the zone as of a day ($1) for one year ($2), per park, as known now. It uses commitments,
// figures and standards directly. Written independently of the product, by the rules of docs/domain.md.

/** Signed, counted, and not yet taken over by a renewal. */
const counted = `
  c.kind IN ('substantive', 'performance')
    AND c.status IN ('signed', 'performing', 'completed', 'terminated')
    AND c.signed_on <= $1::date
    AND (c.renews_id IS NULL OR greatest(c.signed_on, c.term_from) <= $1::date)
    AND NOT EXISTS (
      SELECT 1
      FROM contract n
      WHERE n.renews_id = c.id
          AND n.status IN ('signed', 'performing', 'completed', 'terminated')
          AND greatest(n.signed_on, n.term_from) <= $1::date
    )
`;

/** Verdicts are numbered, the worst first; the worst of a list decides. */
const verdict = `
  CASE
    WHEN w.id IS NOT NULL THEN 5
    WHEN j.due >= $1::date THEN 6
    WHEN j.actual IS NULL THEN CASE WHEN $1::date >= make_date(j.year + 1, 2, 1) THEN 2 ELSE 6 END
    WHEN j.actual >= j.required THEN 4
    WHEN j.actual * 100 >= j.required * j.tolerance THEN 3
    ELSE 1
  END
`;

export const summary = `
  WITH promise AS MATERIALIZED (
    SELECT
      m.id, m.contract_id, m.indicator, c.park_id, c.area_mu, c.amount_wan, t.last_year, t.ramp,
      coalesce(
        t.tolerance_percent, (SELECT d.tolerance_percent FROM assessment_default d WHERE d.known_to IS NULL)
      ) AS tolerance,
      y.whole_year, t.due_on,
      CASE
        WHEN t.ramp = '[]' THEN y.whole_year
        ELSE least(y.whole_year, (SELECT min((r ->> 'year')::int) FROM jsonb_array_elements(t.ramp) r))
      END AS first_year,
      CASE t.master WHEN 'per-mu' THEN t.per_mu_wan * c.area_mu ELSE t.total END AS promised,
      s.per_mu_wan * c.area_mu AS standard
    FROM contract c
    JOIN commitment m ON m.contract_id = c.id
    JOIN commitment_term t ON t.commitment_id = m.id AND t.known_to IS NULL
    CROSS JOIN LATERAL (
      SELECT
        coalesce(
          t.from_year, extract(year FROM c.full_production_on - 1)::int + 1, c.full_production_year
        ) AS whole_year
    ) y
    LEFT JOIN contract_standard s ON s.contract_id = c.id AND s.indicator = m.indicator
    WHERE ${counted}
  ),
  figure AS MATERIALIZED (
    SELECT DISTINCT ON (a.contract_id, a.indicator, a.year) a.contract_id, a.indicator, a.year, a.value
    FROM actual a
    WHERE a.known_to IS NULL AND (a.year = $2::int OR (a.indicator = 'investment' AND a.year < $2::int))
    ORDER BY a.contract_id, a.indicator, a.year, a.verified_at IS NULL, a.known_from DESC, a.id
  ),
  -- An investment stands with the first year in which it was met, else with the last that has a figure.
  invested AS (
    SELECT
      p.id, min(f.year) FILTER (WHERE f.value >= p.promised) AS met, max(f.year) AS last
    FROM promise p
    JOIN figure f ON f.contract_id = p.contract_id AND f.indicator = p.indicator AND f.year >= p.whole_year
    WHERE p.indicator = 'investment'
    GROUP BY p.id
  ),
  dated AS (
    SELECT p.*, $2::int AS year, make_date($2::int, 12, 31) AS due
    FROM promise p
    WHERE p.indicator <> 'investment' AND $2::int BETWEEN p.first_year AND coalesce(p.last_year, 9999)
    UNION ALL
    SELECT p.*, coalesce(i.met, i.last, p.whole_year), coalesce(p.due_on, make_date(p.whole_year, 12, 31))
    FROM promise p
    LEFT JOIN invested i ON i.id = p.id
    WHERE p.indicator = 'investment' AND p.whole_year <= $2::int
  ),
  judged AS (
    SELECT
      j.*, f.value AS actual,
      CASE
        WHEN j.year >= j.whole_year THEN j.promised
        ELSE
          j.promised * (
            SELECT (s ->> 'percent')::numeric FROM jsonb_array_elements(j.ramp) s WHERE (s ->> 'year')::int = j.year
          ) / 100
      END AS required
    FROM dated j
    LEFT JOIN figure f ON f.contract_id = j.contract_id AND f.indicator = j.indicator AND f.year = j.year
  ),
  spoken AS (
    SELECT j.*, ${verdict} AS verdict
    FROM judged j
    LEFT JOIN waiver w ON w.commitment_id = j.id AND w.year = j.year AND w.known_to IS NULL
    WHERE j.required IS NOT NULL
  ),
  promised AS (
    SELECT
      park_id, indicator, sum(promised) AS promised, sum(standard) AS standard,
      sum(promised) FILTER (WHERE area_mu IS NOT NULL) AS landed, sum(area_mu) AS mu,
      sum(promised) FILTER (WHERE standard IS NOT NULL) AS against,
      sum(area_mu) FILTER (WHERE standard IS NOT NULL) AS standard_mu
    FROM promise
    GROUP BY park_id, indicator
  ),
  kept AS (
    SELECT
      park_id, indicator, sum(required) AS required, sum(actual) AS actual, count(*)::int AS reported,
      sum(actual) FILTER (WHERE area_mu IS NOT NULL) AS actual_landed, sum(area_mu) AS actual_mu,
      sum(actual) FILTER (WHERE standard IS NOT NULL) AS actual_against,
      sum(standard) AS actual_standard
    FROM spoken
    WHERE actual IS NOT NULL AND verdict < 5
    GROUP BY park_id, indicator
  ),
  worst AS (SELECT contract_id, min(verdict) AS verdict FROM spoken GROUP BY contract_id),
  contracts AS (
    SELECT
      c.park_id, count(*)::int AS contracts, sum(c.area_mu) AS area_mu, sum(c.amount_wan) AS amount_wan,
      count(*) FILTER (WHERE c.below)::int AS below, count(*) FILTER (WHERE w.verdict = 1)::int AS breach,
      count(*) FILTER (WHERE w.verdict = 2)::int AS no_data, count(*) FILTER (WHERE w.verdict = 3)::int AS warning,
      count(*) FILTER (WHERE w.verdict = 4)::int AS met, count(*) FILTER (WHERE w.verdict = 5)::int AS waived,
      count(*) FILTER (WHERE coalesce(w.verdict, 6) = 6)::int AS not_due
    FROM
      (
        SELECT contract_id, park_id, area_mu, amount_wan, bool_or(promised < standard) AS below
        FROM promise
        GROUP BY contract_id, park_id, area_mu, amount_wan
      ) c
    LEFT JOIN worst w ON w.contract_id = c.contract_id
    GROUP BY c.park_id
  )
  SELECT k.name, c.*, json_agg(json_build_object('promised', p, 'kept', s)) AS indicators
  FROM contracts c
  JOIN park k ON k.id = c.park_id
  JOIN promised p ON p.park_id = c.park_id
  LEFT JOIN kept s ON s.park_id = p.park_id AND s.indicator = p.indicator
  GROUP BY
    k.name, k.position, c.park_id, c.contracts, c.area_mu, c.amount_wan, c.below, c.breach, c.no_data, c.warning,
    c.met, c.waived, c.not_due
  ORDER BY k.position
`;

/** Projects that signed, each once; an increase adds its amount alone; framework agreements apart. */
export const signed = `
  SELECT
    count(*) FILTER (WHERE counted AND first)::int AS contracts,
    sum(amount_wan) FILTER (WHERE counted AND (first OR parent_id IS NOT NULL)) AS amount_wan,
    count(*) FILTER (WHERE NOT counted)::int AS frameworks, sum(amount_wan) FILTER (WHERE NOT counted) AS framework_wan
  FROM
    (
      SELECT
        c.amount_wan, c.parent_id, c.kind <> 'framework' AS counted,
        row_number() OVER (PARTITION BY c.project_id, c.kind <> 'framework' ORDER BY c.signed_on, c.id) = 1 AS first
      FROM contract c
      WHERE c.kind IN ('substantive', 'performance', 'framework')
          AND c.status IN ('signed', 'performing', 'completed', 'terminated')
          AND c.signed_on <= $1::date
    ) AS c
`;

/** The versions of the standards that contracts were signed under, with how many each. */
export const standards = `
  SELECT
    s.id, s.indicator, s.per_mu_wan, coalesce(k.name, s.place_key) AS place, s.valid_from, s.document_no, s.derived,
    used.contracts
  FROM
    (
      SELECT x.standard_id, count(*)::int AS contracts
      FROM contract c
      JOIN contract_standard x ON x.contract_id = c.id
      WHERE c.kind IN ('substantive', 'performance')
          AND c.status IN ('signed', 'performing', 'completed', 'terminated')
          AND c.signed_on <= $1::date
      GROUP BY x.standard_id
    ) AS used
  JOIN provincial_standard s ON s.id = used.standard_id
  LEFT JOIN park k ON s.place_level = 'park' AND k.id::text = s.place_key
  ORDER BY used.contracts DESC
`;
