import type { ListQuery } from '@crm/api-contract/wire';
import type { Rows, Where } from '@crm/platform/db';

export interface ListSource<Sort extends string> {
  /** Columns of the rows; the table of the record is `t`. */
  readonly select: string;
  /** `lead t LEFT JOIN …`, only to-one joins: a to-many join would repeat or drop rows of the page. */
  readonly from: string;
  /**
   * To-one joins that only `select` needs. The rows of the page are found first and joined afterwards. The count can
   * then use an index, which PostgreSQL does not do for a joined table.
   */
  readonly joins?: string;
  readonly where: Where;
  /** The SQL of each allowed sort. Every sort ends with the id, so that pages never overlap. */
  readonly sorts: Readonly<Record<Sort, string>>;
  /** For few texts that run all day. Not for text search, where a plan for any value is a bad plan. */
  readonly prepared?: boolean;
}

export interface Page<Row> {
  readonly data: Row[];
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** An exact count makes a list slower as it grows, so it runs only on demand. */
const COUNTED_TO = 1_000;

export async function listRows<Row extends object, Sort extends string>(
  rows: Rows,
  source: ListSource<Sort>,
  query: ListQuery<unknown, Sort>,
): Promise<Page<Row>> {
  const where = query.ids ? source.where.and('t.id = ANY(?)', query.ids) : source.where;
  // An index of the ids serves neither `NULLS LAST` downwards nor an id twice.
  const order =
    source.sorts[query.sort] === 't.id'
      ? `t.id ${query.order}`
      : `${source.sorts[query.sort]} ${query.order === 'desc' ? 'DESC NULLS LAST' : 'ASC NULLS LAST'}, t.id ${query.order}`;
  const offset = (query.page - 1) * query.perPage;
  // Limit and offset are in the text: without them the planner would plan for a tenth of the table. Plans of later
  // pages are not worth keeping.
  const ask = source.prepared && offset === 0 && !query.ids ? rows.hot : rows.rows;
  // Both in one packet, so a page needs one round trip.
  const [data, [count]] = await Promise.all([
    pageOf<Row>(rows, ask, source, `${where.sql} ORDER BY ${order} LIMIT ${query.perPage} OFFSET ${offset}`, order),
    ask<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT 1 FROM ${source.from} ${where.sql} ${query.exact ? '' : `LIMIT ${COUNTED_TO + 1}`}) AS counted`,
      where.values,
    ),
  ]);
  const total = count?.total ?? 0;
  return query.exact || total <= COUNTED_TO
    ? { data, total, totalIsExact: true }
    : { data, total: COUNTED_TO, totalIsExact: false };
}

/**
 * Some statements are planned anew for each value, and most of that time goes to the order of the joins. Then a short
 * statement finds the ids, and the joins to them are prepared.
 */
async function pageOf<Row extends object>(
  rows: Rows,
  ask: Rows['rows'],
  { select, from, joins, where }: ListSource<never>,
  rest: string,
  order: string,
): Promise<Row[]> {
  if (joins === undefined) return ask<Row>(`SELECT ${select} FROM ${from} ${rest}`, where.values);
  if (ask === rows.hot)
    return ask<Row>(
      `SELECT ${select} FROM (SELECT t.* FROM ${from} ${rest}) AS t ${joins} ORDER BY ${order}`,
      where.values,
    );
  const found = await ask<{ id: string }>(`SELECT t.id FROM ${from} ${rest}`, where.values);
  if (found.length === 0) return [];
  return rows.hot<Row>(`SELECT ${select} FROM ${from} ${joins} WHERE t.id = ANY($1) ORDER BY ${order}`, [
    found.map(({ id }) => id),
  ]);
}
