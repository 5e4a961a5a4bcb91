import type { Directory } from './directory.js';
import type { Grid, GridCell, GridMerge } from './grid.js';

type Written = string | number | GridCell | null;

/** A sheet written row by row, from row 1: numbers, texts, and null for an empty cell. */
export const aGrid = (
  rows: readonly (readonly Written[])[],
  merges: readonly GridMerge[] = [],
  dateSystem: 1900 | 1904 = 1900,
): Grid => ({
  rows: rows.flatMap((cells, at) => {
    const written = cells.flatMap((cell, column): GridCell[] =>
      cell === null
        ? []
        : typeof cell === 'object'
          ? [{ ...cell, column }]
          : [{ column, type: typeof cell === 'number' ? 'number' : 'text', text: String(cell) }],
    );
    return written.length > 0 ? [{ number: at + 1, cells: written }] : [];
  }),
  merges,
  dateSystem,
});

export const merged = (firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): GridMerge => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});

export const aDirectory: Directory = {
  parks: [
    { id: 'p1', name: '药谷工业园', shortName: '药谷', code: 'YG', parkClass: '重点园区', region: '海口' },
    { id: 'p2', name: '美安生态科技新城', shortName: '美安', code: 'MA' },
  ],
  industries: [{ id: 'i1', name: '医药制造', code: 'YYZZ' }],
};

/** Credit codes with correct check symbols. */
export const creditCodes = ['91460100MA56UBF00K', '91460100MA5EA08552', '91460100MA54M53L4H'] as const;
