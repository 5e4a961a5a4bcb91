import { matchingName } from '@crm/domain/enterprises';
import type { FieldFault } from '@crm/domain/refusal';
import type { RowOf, Rows } from '@crm/platform/db';
import { enterpriseTable } from '../enterprises/enterprise.entity.js';

/** An enterprise by id, or as typed. */
export interface Named {
  readonly enterpriseId?: string | undefined;
  readonly firm?: string | undefined;
}

export interface FoundFirm {
  readonly id: string;
  readonly name: string;
}

/**
 * Finds enterprises by id, credit code, exact name, or normalised name; never by guess. null: not found. Faults, each
 * with its row: `field.required`, `evaluation.firm-unknown`, `.firm-ambiguous`, `.firm-twice`. `numberOf` gives the row
 * number of the sheet.
 */
export async function firmsNamed(
  rows: Rows,
  named: readonly Named[],
  numberOf: (at: number) => number = (at) => at + 1,
): Promise<{ firms: (FoundFirm | null)[]; faults: FieldFault[] }> {
  const typed = named.flatMap(({ firm }) => (firm ? [firm] : []));
  const found = await rows.rows<Pick<RowOf<typeof enterpriseTable>, 'id' | 'name' | 'matchName' | 'creditCode'>>(
    `SELECT ${enterpriseTable.pick(undefined, 'id', 'name', 'matchName', 'creditCode')}
     FROM enterprise
     WHERE id = ANY($1) OR credit_code = ANY($2) OR name = ANY($2) OR match_name = ANY($3)`,
    [named.flatMap(({ enterpriseId }) => (enterpriseId ? [enterpriseId] : [])), typed, typed.map(matchingName)],
  );
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  const firms = named.map(({ enterpriseId, firm }, at) => {
    const fault = (code: string, field = 'firm') => {
      faults.push({ pointer: `/rows/${at}/${field}`, code, params: { row: numberOf(at), firm: firm ?? '' } });
      return null;
    };
    if (!enterpriseId && !firm) return fault('field.required');
    const exactly = found.filter((row) =>
      enterpriseId ? row.id === enterpriseId : row.creditCode === firm || row.name === firm,
    );
    const hits =
      exactly.length > 0 || enterpriseId ? exactly : found.filter((row) => row.matchName === matchingName(firm!));
    const [only, second] = hits;
    if (!only) return fault('evaluation.firm-unknown', enterpriseId ? 'enterpriseId' : 'firm');
    if (second) return fault('evaluation.firm-ambiguous');
    if (seen.has(only.id)) return fault('evaluation.firm-twice', enterpriseId ? 'enterpriseId' : 'firm');
    seen.add(only.id);
    return { id: only.id, name: only.name };
  });
  return { firms, faults };
}
