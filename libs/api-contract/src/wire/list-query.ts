import { z } from 'zod';
import { coded, id } from './scalars.js';

export const MAX_PER_PAGE = 200;
/**
 * With page numbers the database counts through all rows before the page, so they end here; longer lists use a cursor.
 */
export const MAX_REACH = 10_000;

const count = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max));

/** For lists with a cursor in place of page numbers. */
export const perPage = count(1, MAX_PER_PAGE).optional();

/** For a report with parameters of its own whose rows come in pages; refine it by `withinReach`. */
export const paged = { page: count(1, MAX_REACH).optional(), perPage };
const PER_PAGE = 25;

/** The page asked for, the first by default. */
export const pageAsked = ({
  page = 1,
  perPage = PER_PAGE,
}: {
  page?: number | undefined;
  perPage?: number | undefined;
}) => ({
  page,
  perPage,
});

/** Refuses `page.reach`: a page beyond the first 10,000 rows. */
export function withinReach(
  asked: { page?: number | undefined; perPage?: number | undefined },
  context: z.RefinementCtx,
): void {
  const { page, perPage } = pageAsked(asked);
  if (page * perPage > MAX_REACH)
    context.addIssue({ code: 'custom', path: ['page'], message: 'page', ...coded('page.reach', { max: MAX_REACH }) });
}

export interface ListQuery<Filter, Sort extends string> {
  readonly page: number;
  readonly perPage: number;
  readonly sort: Sort;
  readonly order: 'asc' | 'desc';
  readonly filter: Filter;
  readonly ids?: readonly string[] | undefined;
  readonly exact: boolean;
}

/**
 * Reads `?page=1&perPage=25&sort=updatedAt&order=desc&filter={"stage":"negotiation"}`. The filter is one JSON object,
 * since nested query strings are not parsed. Refuses unknown parameters, `filter.malformed`, `filter.unknown`,
 * `filter.value`, `ids.format` and, beyond 10,000 rows, `page.reach`.
 */
export function listQuery<Shape extends z.ZodRawShape, const Sorts extends readonly [string, ...string[]]>(options: {
  filter: Shape;
  sorts: Sorts;
  defaultSort?: Sorts[number];
  defaultOrder?: 'asc' | 'desc';
}) {
  const filter = z.strictObject(options.filter).partial();
  return z
    .strictObject({
      page: count(1, MAX_REACH).optional(),
      perPage: count(1, MAX_PER_PAGE).optional(),
      sort: z.enum(options.sorts).optional(),
      order: z.enum(['asc', 'desc']).optional(),
      filter: z
        .string()
        .max(4_000)
        .optional()
        .meta({ description: 'One JSON object', examples: ['{}'] }),
      ids: z.string().max(8_000).optional(),
      count: z.literal('exact').optional(),
    })
    .transform((given, context): ListQuery<z.output<typeof filter>, Sorts[number]> => {
      const { page, perPage } = pageAsked(given);
      withinReach(given, context);
      const ids = given.ids?.split(',').filter(Boolean);
      if (ids && (ids.length > MAX_PER_PAGE || !ids.every((one) => id.safeParse(one).success)))
        context.addIssue({
          code: 'custom',
          path: ['ids'],
          message: 'ids',
          ...coded('ids.format', { max: MAX_PER_PAGE }),
        });
      return {
        page,
        perPage,
        sort: given.sort ?? options.defaultSort ?? (options.sorts[0] as Sorts[number]),
        order: given.order ?? options.defaultOrder ?? 'asc',
        filter: readFilter(filter, given.filter, context) as z.output<typeof filter>,
        ids,
        exact: given.count === 'exact',
      };
    });
}

function readFilter(schema: z.ZodType, json: string | undefined, context: z.RefinementCtx): unknown {
  if (json === undefined || json === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    context.addIssue({ code: 'custom', path: ['filter'], message: 'filter', ...coded('filter.malformed') });
    return {};
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        context.addIssue({ code: 'custom', path: ['filter', key], message: 'filter', ...coded('filter.unknown') });
    else
      context.addIssue({
        code: 'custom',
        path: ['filter', ...(issue.path as (string | number)[])],
        message: 'filter',
        ...coded('filter.value'),
      });
  }
  return {};
}

/** One page of a list. `total` is counted up to 1,000, or exactly with `count=exact`. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), total: z.int(), totalIsExact: z.boolean() });
