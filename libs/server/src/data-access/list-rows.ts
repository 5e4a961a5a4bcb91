import type { ListQuery } from '@crm/api-contract/wire';
import type { Rows, Where } from '@crm/platform/db';

export interface ListSource<Sort extends string> {
  /** Columns of the rows; the table of the record is `t`. */
  readonly select: string;
  /** `lead t LEFT JOIN …`, only to-one joins: a to-many join would repeat or drop rows of the page. */
  readonly from: string;
  /**
   * To-one joins that only `select` needs; `from` is then the table alone. The rows of the page are found first and
   * joined afterwards. The count can then use an index, which PostgreSQL does not do for a joined table.
   */
  readonly joins?: string;
  readonly where: Where;
  /** The SQL of each allowed sort. Every sort ends with the id, so that pages never overlap. */
  readonly sorts: Readonly<Record<Sort, string>>;
  /** For few texts that run all day. Not for text search, where a plan for any value is a bad plan. */
  readonly prepared?: boolean;
  /** The same condition with a text search planned `once`, for a list with `joins`. */
  readonly searched?: Where;
}

export interface Page<Row> {
  readonly data: Row[];
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** An exact count makes a list slower as it grows, so it runs only on demand. */
const COUNTED_TO = 1_000;
const MANY = { total: COUNTED_TO, totalIsExact: false } as const;

export async function listRows<Row extends object, Sort extends string>(
  rows: Rows,
  source: ListSource<Sort>,
  query: ListQuery<unknown, Sort>,
): Promise<Page<Row>> {
  const where = query.ids ? source.where.and('t.id = ANY(?)', query.ids) : source.where;
  const order = orderOf(source.sorts[query.sort], query.order, 't.id');
  const offset = (query.page - 1) * query.perPage;
  const isFirst = offset === 0 && !query.ids;
  // Limit and offset are in the text: without them the planner would plan for a tenth of the table. Plans of later
  // pages are not worth keeping.
  const ask = source.prepared && isFirst ? rows.hot : rows.rows;
  const page = () =>
    pageOf<Row>(rows, ask, source, `${where.sql} ORDER BY ${order} LIMIT ${query.perPage} OFFSET ${offset}`, order);
  if (source.searched && isFirst && !query.exact) {
    const found = await foundPage<Row, Sort>(rows, source, source.searched, query);
    return found ?? { data: await page(), ...MANY };
  }
  // Both in one packet, so a page needs one round trip.
  const [data, [count]] = await Promise.all([
    page(),
    ask<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT 1 FROM ${source.from} ${where.sql} ${query.exact ? '' : `LIMIT ${COUNTED_TO + 1}`}) AS counted`,
      where.values,
    ),
  ]);
  const total = count?.total ?? 0;
  return query.exact || total <= COUNTED_TO ? { data, total, totalIsExact: true } : { data, ...MANY };
}

/** An index of the ids serves neither `NULLS LAST` downwards nor an id twice. */
const orderOf = (sort: string, order: 'asc' | 'desc', id: string): string =>
  sort === id ? `${id} ${order}` : `${sort} ${order === 'desc' ? 'DESC NULLS LAST' : 'ASC NULLS LAST'}, ${id} ${order}`;

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

/**
 * The first page of a text search and its count, by one prepared statement: all matches are looked up, counted and
 * sorted. Nothing if there are too many to sort: then an index in the order of the list is faster, and which one
 * depends on the text.
 */
async function foundPage<Row extends object, Sort extends string>(
  rows: Rows,
  { select, from, joins = '', sorts }: ListSource<Sort>,
  searched: Where,
  { sort, order, perPage }: ListQuery<unknown, Sort>,
): Promise<Page<Row> | undefined> {
  const found = await rows.hot<Row & { found: number | undefined }>(
    `WITH found AS MATERIALIZED (
       SELECT t.id, ${sorts[sort]} AS sorted FROM ${from} ${searched.sql} LIMIT ${COUNTED_TO + 1}
     ),
     page AS MATERIALIZED (
       SELECT id FROM found ORDER BY ${orderOf('sorted', order, 'id')} LIMIT ${perPage}
     )
     SELECT (SELECT count(*)::int FROM found) AS found, ${select}
     FROM page
     JOIN ${from} ON t.id = page.id
     ${joins}
     ORDER BY ${orderOf(sorts[sort], order, 't.id')}`,
    searched.values,
  );
  const total = found[0]?.found ?? 0;
  if (total > COUNTED_TO) return undefined;
  // Undefined is no part of an answer. To leave the property out would copy all the others of each row.
  for (const row of found) row.found = undefined;
  return { data: found, total, totalIsExact: true };
}
