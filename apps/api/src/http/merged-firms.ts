import type { CrmRequest } from './route.decorator.js';

/** The record that a merged one is part of now; undefined if it was never merged. */
type MergedInto = (id: string) => Promise<string | undefined>;
type Given = Readonly<Record<string, unknown>>;

const FIELD = 'enterpriseId';
const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Whoever asks for what belongs to a merged enterprise is answered for the one that it is part of: old links, reminders
 * and saved filters hold its id. Only what is asked for is led on: parameters, query and filter. A body that writes is
 * refused as `enterprise.merged` by its room.
 */
export async function followMerged(request: CrmRequest, mergedInto: MergedInto): Promise<void> {
  const params = (await led(request.params as Given, mergedInto)) ?? request.params;
  const query = request.query as Given;
  const direct = await led(query, mergedInto);
  const filter = typeof query.filter === 'string' ? await ledText(query.filter, mergedInto) : undefined;
  if (params !== request.params) request.params = params;
  if (direct || filter) request.query = { ...(direct ?? query), ...(filter ? { filter } : {}) };
  const asked = (request.body as { filter?: Given } | null | undefined)?.filter;
  const inBody = asked && (await led(asked, mergedInto));
  if (inBody) request.body = { ...(request.body as Given), filter: inBody };
}

/** With the id of the winner; undefined if there is nothing to lead on. */
async function led(given: Given | undefined, mergedInto: MergedInto): Promise<Given | undefined> {
  const id = given?.[FIELD];
  if (typeof id !== 'string' || !ID.test(id)) return undefined;
  const into = await mergedInto(id);
  return into === undefined ? undefined : { ...given, [FIELD]: into };
}

async function ledText(filter: string, mergedInto: MergedInto): Promise<string | undefined> {
  if (!filter.includes(FIELD)) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(filter);
  } catch {
    // The shape of the route says what is wrong with it.
    return undefined;
  }
  const changed = typeof read === 'object' && read !== null ? await led(read as Given, mergedInto) : undefined;
  return changed && JSON.stringify(changed);
}
