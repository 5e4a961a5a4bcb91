import type { ValuesSheet } from '@crm/api-contract/per-mu-classes';

/** A fault of the sheet, and the cell of the grid it stands in; null: it has none. */
export type PlacedFault = ValuesSheet['faults'][number] & { readonly cell: string | null };

/**
 * Where a sheet's values stand in the grid: firms of the round in their lines, those that join below them, each on the
 * first line that waits for a name. What could
 * not be read stands in its cell as written; a firm nobody knows gets no line.
 */
export function placed(
  { rows, faults }: ValuesSheet,
  inRound: readonly string[],
  added: readonly string[],
): { cells: Record<string, string>; firms: string[]; faults: PlacedFault[] } {
  const firms = [...added];
  const cells: Record<string, string> = {};
  const lineOf = new Map<number, number>();
  for (const { row, enterpriseId, firm, values } of rows) {
    if (enterpriseId === null) continue;
    const there = inRound.indexOf(enterpriseId);
    const open = [firms.indexOf(firm), firms.indexOf('')].find((at) => at >= 0) ?? firms.length;
    if (there < 0) firms[open] = firm;
    const line = there >= 0 ? there : inRound.length + open;
    lineOf.set(row, line);
    for (const [key, value] of Object.entries(values)) cells[`${line} ${key}`] = value;
  }
  const found = faults.map((fault): PlacedFault => ({
    ...fault,
    cell:
      fault.item !== null && lineOf.has(fault.row) && fault.value !== ''
        ? `${lineOf.get(fault.row)} ${fault.item}`
        : null,
  }));
  for (const { cell, value } of found) if (cell) cells[cell] = value;
  return { cells, firms, faults: found };
}
