import { ApiError } from '../providers/problem.js';
import { search as searchRoutes } from '@crm/api-contract/routes';
import { ask } from '../providers/ask.js';

/**
 * GET /search?q= finds enterprises, leads and contracts by name, initials, code and number, within the reader's scope.
 */

export const searchKinds = ['enterprises', 'leads', 'contracts'] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface Hit {
  kind: SearchKind;
  id: string;
  title: string;
  caption?: string;
}

const singular: Record<string, SearchKind> = {
  enterprise: 'enterprises',
  lead: 'leads',
  contract: 'contracts',
  enterprises: 'enterprises',
  leads: 'leads',
  contracts: 'contracts',
};

/**
 * Reads the answer as groups ({ enterprises: […] }) or as one list ({ data: [{ kind, … }] }); unknown kinds are
 * skipped.
 */
export function readHits(answer: unknown): Hit[] {
  const said = (answer ?? {}) as Record<string, unknown>;
  const rows: Record<string, unknown>[] = Array.isArray(said.data)
    ? (said.data as Record<string, unknown>[])
    : searchKinds.flatMap((kind) =>
        Array.isArray(said[kind]) ? (said[kind] as Record<string, unknown>[]).map((row) => ({ kind, ...row })) : [],
      );
  return rows.flatMap((row) => {
    const kind = singular[String(row.kind ?? row.type ?? row.resource)];
    const title = row.title ?? row.name ?? row.label;
    if (!kind || row.id === undefined || title === undefined) return [];
    const caption = row.caption ?? row.subtitle ?? row.code;
    return [
      {
        kind,
        id: String(row.id),
        title: String(title),
        caption: caption === undefined || caption === null ? undefined : String(caption),
      },
    ];
  });
}

/** null: the server has no search; the palette then only opens pages. */
export async function search(q: string, signal: AbortSignal): Promise<Hit[] | null> {
  try {
    return readHits(await ask(searchRoutes.all, { query: { q }, signal }));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}
