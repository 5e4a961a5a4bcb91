import type { DataProvider, Identifier, RaRecord } from 'ra-core';
import { call, send, uuid, type CallOptions, type Method } from './http.js';
import { ConflictError } from './problem.js';

interface Page {
  data: RaRecord[];
  total: number;
  totalIsExact: boolean;
}

/** The filter travels as one JSON object; empty choices are no filter. */
export function filterParameter(filter: Record<string, unknown> | undefined): string | undefined {
  const chosen = Object.entries(filter ?? {}).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return chosen.length > 0 ? JSON.stringify(Object.fromEntries(chosen)) : undefined;
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** PATCH carries what changed and nothing else: what was not touched here is not overwritten there. */
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

const ifMatch = (record: Record<string, unknown> | undefined): Record<string, string> =>
  record?.version === undefined ? {} : { 'if-match': `"${String(record.version)}"` };
const at = (resource: string, id?: Identifier): string =>
  `/${resource}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

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
  const { data, total, totalIsExact } = await call<Page>('GET', at(resource), undefined, {
    signal: params.signal,
    query: {
      page: params.pagination?.page,
      perPage: params.pagination?.perPage,
      sort: params.sort?.field,
      order: params.sort?.order.toLowerCase(),
      filter: filterParameter(params.filter),
      count: params.meta?.count,
    },
  });
  return { data, total, meta: { totalIsExact } } as never;
}

export interface CrmDataProvider extends DataProvider {
  /** Business moves are verbs: `call('POST', `/leads/${id}/move`, { stage })`. */
  call: <T = unknown>(method: Method, path: string, body?: unknown, options?: CallOptions) => Promise<T>;
}

export const dataProvider: CrmDataProvider = {
  supportAbortSignal: true,
  call,

  getList: (resource, params) => page(resource, params),
  getManyReference: (resource, params) =>
    page(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } }),
  getOne: async (resource, { id, signal }) =>
    ({ data: await call('GET', at(resource, id), undefined, { signal }) }) as never,
  getMany: async (resource, { ids, signal }) => {
    const { data } = await call<Page>('GET', at(resource), undefined, {
      signal,
      query: { ids: [...new Set(ids)].join(','), perPage: Math.min(200, ids.length) },
    });
    return { data } as never;
  },

  // Pressed twice, or sent again after a broken line, it is created once: a form hands in the key it was opened with.
  create: async (resource, { data, meta }) =>
    ({
      data: await call('POST', at(resource), data, {
        headers: { 'idempotency-key': (meta as { idempotencyKey?: string } | undefined)?.idempotencyKey ?? uuid() },
      }),
    }) as never,

  update: async (resource, { id, data, previousData }) => {
    try {
      return {
        data: await call('PATCH', at(resource, id), changed(data, previousData), {
          headers: ifMatch(previousData ?? data),
        }),
      } as never;
    } catch (error) {
      if (error instanceof ConflictError) Object.assign(error, { base: previousData, yours: data });
      throw error;
    }
  },
  updateMany: async (resource, { ids, data }) => {
    const now = await dataProvider.getMany(resource, { ids });
    await Promise.all(
      now.data.map((record: RaRecord) => call('PATCH', at(resource, record.id), data, { headers: ifMatch(record) })),
    );
    return { data: ids };
  },

  delete: async (resource, { id, previousData }) => {
    await send('DELETE', at(resource, id), undefined, { headers: ifMatch(previousData) });
    return { data: (previousData ?? { id }) as never };
  },
  deleteMany: async (resource, { ids }) => {
    const now = await dataProvider.getMany(resource, { ids });
    await Promise.all(
      now.data.map((record: RaRecord) =>
        send('DELETE', at(resource, record.id), undefined, { headers: ifMatch(record) }),
      ),
    );
    return { data: ids };
  },
};
