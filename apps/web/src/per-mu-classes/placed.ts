import type { ValuesSheet } from '@crm/api-contract/per-mu-classes';

/** A fault of the sheet with its cell in the grid; null: it has none. */
export type PlacedFault = ValuesSheet['faults'][number] & { readonly cell: string | null };

/**
 * Places the sheet's values in the grid. Enterprises of the round go to their lines, new ones below, on the first line
 * without a name. Unreadable values stay as written; an unknown enterprise gets no line.
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
