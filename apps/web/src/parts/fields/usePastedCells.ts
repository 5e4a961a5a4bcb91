import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { pastedGrid } from './pastedGrid.js';

type Cells = Readonly<Record<string, string>>;

/** The cells that are filled; `undone` puts back what else came with them. */
interface Filled {
  readonly cells: Cells;
  readonly undone?: () => void;
}

/**
 * The cells of a grid that are typed one by one or pasted from a spreadsheet at any of them. A paste is undone as a
 * whole, by its button or by Ctrl Z as long as
 * nothing was typed after it; a single value is left to the field itself.
 */
export function usePastedCells() {
  const [typed, setTyped] = useState<Cells>({});
  const [pasted, setPasted] = useState<{
    readonly before: Cells;
    readonly after: Cells;
    readonly count: number;
    readonly undo: () => void;
  } | null>(null);
  const undo = (): void => {
    if (!pasted) return;
    setTyped(pasted.before);
    pasted.undo();
    setPasted(null);
  };
  const fill = ({ cells, undone }: Filled): void => {
    const after = { ...typed, ...cells };
    setPasted({ before: typed, after, count: Object.keys(cells).length, undo: undone ?? (() => undefined) });
    setTyped(after);
  };
  return {
    typed,
    /** Fills cells at once, as a paste does and as a workbook may; undone as a whole. */
    fill,
    /** Takes back what was typed in these cells. */
    drop: (keys: readonly string[]): void =>
      setTyped((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key)))),
    type: (key: string, text: string): void => setTyped((before) => ({ ...before, [key]: text })),
    clear: (): void => (setTyped({}), setPasted(null)),
    /** Takes a pasted grid and answers the cells it fills. */
    paste: (event: ClipboardEvent, cellsOf: (grid: readonly (readonly string[])[]) => Filled): void => {
      const grid = pastedGrid(event.clipboardData.getData('text/plain'));
      if (grid.length < 2 && (grid[0]?.length ?? 0) < 2) return;
      event.preventDefault();
      fill(cellsOf(grid));
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (
        pasted &&
        typed === pasted.after &&
        event.key.toLowerCase() === 'z' &&
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey
      ) {
        event.preventDefault();
        undo();
      }
    },
    /** How many cells the last paste filled, while it can be undone. */
    pasted: pasted ? { count: pasted.count, undo } : null,
  };
}
