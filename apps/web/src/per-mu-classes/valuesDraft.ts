/** A typed cell of the grid. `row`: the id of an enterprise of the round, or the place among those that join. */
interface HeldCell {
  readonly row: string | number;
  readonly item: string;
  readonly text: string;
}

export interface HeldValues {
  readonly added: string[];
  readonly source: string;
  readonly reason: string;
  readonly cells: readonly HeldCell[];
}

/** Cells by enterprise, since the lines of a round move when an enterprise joins. `ids`: of the lines of the round. */
export const heldCells = (typed: Readonly<Record<string, string>>, ids: readonly string[]): HeldCell[] =>
  Object.entries(typed).map(([cell, text]) => {
    const [line = '', item = ''] = [cell.slice(0, cell.indexOf(' ')), cell.slice(cell.indexOf(' ') + 1)];
    return { row: ids[Number(line)] ?? Number(line) - ids.length, item, text };
  });

/** The cells on the lines of today; those of an enterprise that has left the round are dropped. */
export const cellsHeld = (held: readonly HeldCell[], ids: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    held.flatMap(({ row, item, text }): [string, string][] => {
      const line = typeof row === 'number' ? ids.length + row : ids.indexOf(row);
      return line < 0 ? [] : [[`${line} ${item}`, text]];
    }),
  );
