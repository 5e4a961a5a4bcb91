import type { DataProvider, RaRecord } from 'ra-core';
import { ask, type AnyInput } from './ask.js';
import { uuid } from './http.js';
import { ConflictError } from './problem.js';
import { routeOf, type ResourceRoutes } from './resources.js';

interface Page {
  data: RaRecord[];
  total: number;
  totalIsExact: boolean;
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** PATCH sends only changed fields, so untouched fields are not overwritten. */
export function changed(
  data: Record<string, unknown>,
  previous: Record<string, unknown> | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([key, value]) => key !== 'id' && key !== 'version' && (!previous || !equal(value, previous[key])),
    ),
  );
}

const versionOf = (record: Record<string, unknown> | undefined) => record?.version as number | undefined;

/** react-admin's records are untyped; the answer of a verb is typed where it is shown. */
const askResource = (resource: string, verb: keyof ResourceRoutes, input: AnyInput): Promise<unknown> =>
  ask(routeOf(resource, verb), input as object);

async function page(
  resource: string,
  params: {
    pagination?: { page: number; perPage: number };
    sort?: { field: string; order: string };
    filter?: Record<string, unknown>;
    meta?: { count?: 'exact' };
    signal?: AbortSignal;
  },
) {
  const { data, total, totalIsExact } = (await askResource(resource, 'list', {
    signal: params.signal,
    query: {
      page: params.pagination?.page,
      perPage: params.pagination?.perPage,
      sort: params.sort?.field,
      order: params.sort?.order.toLowerCase(),
      filter: params.filter,
      count: params.meta?.count,
    },
  })) as Page;
  return { data, total, meta: { totalIsExact } } as never;
}

/** No record is deleted in this product: a use case of the server ends it, with a reason. */
const noDelete = (resource: string) => Promise.reject(new Error(`${resource} are not deleted`));

export const dataProvider: DataProvider = {
  supportAbortSignal: true,

  getList: (resource, params) => page(resource, params),
  getManyReference: (resource, params) =>
    page(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } }),
  getOne: async (resource, { id, signal }) =>
    ({ data: await askResource(resource, 'one', { params: { id }, signal }) }) as never,
  getMany: async (resource, { ids, signal }) => {
    const query = { ids: [...new Set(ids)], perPage: Math.min(200, ids.length) };
    const { data } = (await askResource(resource, 'list', { query, signal })) as Page;
    return { data } as never;
  },

  // The form passes the key it was opened with. So pressing twice, or repeating after a lost connection, creates one
  // record.
  create: async (resource, { data, meta }) =>
    ({
      data: await askResource(resource, 'create', {
        body: data,
        idempotencyKey: (meta as { idempotencyKey?: string } | undefined)?.idempotencyKey ?? uuid(),
      }),
    }) as never,

  update: async (resource, { id, data, previousData }) => {
    try {
      const body = changed(data, previousData);
      const version = versionOf(previousData ?? data);
      return { data: await askResource(resource, 'update', { params: { id }, body, version }) } as never;
    } catch (error) {
      if (error instanceof ConflictError) Object.assign(error, { base: previousData, yours: data });
      throw error;
    }
  },
  updateMany: async (resource, { ids, data }) => {
    const now = await dataProvider.getMany<RaRecord>(resource, { ids });
    await Promise.all(
      now.data.map((record) =>
        askResource(resource, 'update', { params: { id: record.id }, body: data, version: versionOf(record) }),
      ),
    );
    return { data: ids };
  },

  delete: noDelete,
  deleteMany: noDelete,
};
