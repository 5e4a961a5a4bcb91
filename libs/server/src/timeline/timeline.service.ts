import { Inject, Injectable } from '@nestjs/common';
import { can } from '@crm/api-contract/access';
import type { Happening, HappeningKind, timeline } from '@crm/api-contract/timeline';
import type { InputOf } from '@crm/api-contract/wire';
import { differences, type ContractFacts } from '@crm/domain/supplements';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { visibleContracts } from '../contracts/index.js';
import { known, type Actor } from '../data-access/index.js';
import { seesRemoved } from '../files/index.js';
import { selectOf, type Source } from './happening.js';
import { approvalSources } from './approvals.js';
import { contractSources } from './contract-papers.js';
import { decisionSources } from './decisions.js';
import { figureSources } from './figures.js';
import { milestoneSources } from './milestones.js';
import { moneySources } from './money.js';
import { correctionSources } from './corrections.js';
import { supplementSources } from './supplements.js';

type Asked = InputOf<typeof timeline.list>['query'];
type Line = Happening['lines'][number];
interface Row extends Omit<Happening, 'id' | 'lines'> {
  readonly key: string;
  /** The instant exactly: an ISO text has milliseconds only. */
  readonly micros: string;
  readonly lines: unknown[];
}

const PAGE = 20;
const sources: readonly Source[] = [
  ...contractSources,
  ...approvalSources,
  ...supplementSources,
  ...correctionSources,
  ...figureSources,
  ...decisionSources,
  ...moneySources,
  ...milestoneSources,
];

/**
 * One statement over all records of the contract; each source is read by an index that begins with the contract. `$3`:
 * the kind, `$4` and `$5`: the happening before the page, in microseconds and key, `$6`: the size of the page.
 */
const statement = (from: readonly Source[]): string => `
  WITH happened AS (
    ${from.map(selectOf).join(' UNION ALL ')}
  ),
  counts AS (
    SELECT coalesce(jsonb_object_agg(c.kind, c.n), '{}') AS counts
    FROM (
      SELECT kind, count(*)::int AS n
      FROM happened
      GROUP BY kind
    ) c
  ),
  page AS (
    SELECT h.*, ${MICROS} AS micros
    FROM happened h
    WHERE ($3::text IS NULL OR h.kind = $3)
      AND ($4::bigint IS NULL OR (${MICROS}, h.key COLLATE "C") < ($4::bigint, $5::text COLLATE "C"))
    ORDER BY h.at DESC, h.key COLLATE "C" DESC
    LIMIT $6
  )
  SELECT
    counts.counts, p.kind, p.what, p.key, p.at, p.micros::text, u.name AS by, p.decided, p.ref_id AS "refId", p.facts,
    p.lines
  FROM counts
  LEFT JOIN page p ON true
  LEFT JOIN app_user u ON u.id = p.by_id
  ORDER BY p.at DESC, p.key COLLATE "C" DESC
`;
const MICROS = '(extract(epoch FROM h.at) * 1000000)::bigint';

/** 时间线: what happened to a contract, from append-only records, and from the audit where there are none. */
@Injectable()
export class TimelineService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * For whoever sees the contract. Reminders only for those who may read reminders; removed files as in the list of
   * files.
   */
  list(actor: Actor, id: string, { kind, before, limit = PAGE }: Asked) {
    const open = sources.filter((source) => source.kind !== 'reminder' || can(actor, 'read', 'Reminder'));
    const [, micros = null, key = null] = /^(\d+)\.(.+)$/.exec(before ?? '') ?? [];
    return this.database.read(async (rows) => {
      const where = visibleContracts(actor, this.clock.today()).and('t.id = ?', id);
      known(await rows.one(`SELECT t.id FROM contract t ${where.sql}`, where.values));
      const found = await rows.hot<Row & { counts: Partial<Record<HappeningKind, number>> }>(statement(open), [
        id,
        seesRemoved(actor),
        kind ?? null,
        micros,
        key,
        limit + 1,
      ]);
      const page = found.filter((row) => row.key !== null);
      const last = page[limit - 1];
      return {
        data: page.slice(0, limit).map(view),
        counts: found[0]?.counts ?? {},
        next: page.length > limit && last ? `${last.micros}.${last.key}` : null,
      };
    });
  }
}

const view = ({ key, kind, what, at, by, decided, refId, facts, lines }: Row): Happening => ({
  id: key,
  kind,
  what,
  at,
  by,
  decided,
  refId,
  facts,
  lines: linesOf({ kind, lines }),
});

/** For a supplement or a correction, the facts that differ. */
function linesOf({ kind, lines }: Pick<Row, 'kind' | 'lines'>): Line[] {
  if (kind !== 'supplement' && kind !== 'correction') return lines as Line[];
  return (lines as { before: ContractFacts | null; after: ContractFacts | null }[]).flatMap(({ before, after }) =>
    before && after
      ? differences(before, after).map(({ field, before: was, after: is }) => ({ field, before: was, after: is }))
      : [],
  );
}
