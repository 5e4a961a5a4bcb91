import { keys, pressed } from '../keys/keys.js';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { pastedGrid } from './pastedGrid.js';

type Cells = Readonly<Record<string, string>>;

/** The filled cells; `undone` restores what else came with them. */
interface Filled {
  readonly cells: Cells;
  readonly undone?: () => void;
}

/**
 * Cells of a grid, typed one by one or pasted from a spreadsheet. A paste is undone as a whole, by its button or by
 * Ctrl Z while nothing was typed after it; a single value is undone by its field.
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
    /** Fills cells at once, from a paste or a workbook; undone as a whole. */
    fill,
    /** Takes over the cells of a draft; there is no paste to undo then. */
    restore: (cells: Cells): void => (setTyped(cells), setPasted(null)),
    /** Removes the typed values of these cells. */
    drop: (keys: readonly string[]): void =>
      setTyped((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key)))),
    type: (key: string, text: string): void => setTyped((before) => ({ ...before, [key]: text })),
    clear: (): void => (setTyped({}), setPasted(null)),
    /** Takes a pasted grid and returns the cells it fills. */
    paste: (event: ClipboardEvent, cellsOf: (grid: readonly (readonly string[])[]) => Filled): void => {
      const grid = pastedGrid(event.clipboardData.getData('text/plain'));
      if (grid.length < 2 && (grid[0]?.length ?? 0) < 2) return;
      event.preventDefault();
      fill(cellsOf(grid));
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (pasted && typed === pasted.after && pressed(event) === keys.undo && !event.shiftKey) {
        event.preventDefault();
        undo();
      }
    },
    /** Cells filled by the last paste, while it can be undone. */
    pasted: pasted ? { count: pasted.count, undo } : null,
  };
}
