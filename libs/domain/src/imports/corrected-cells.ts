import type { GridCell, GridIndex } from './grid.js';
import type { Instructions } from './instructions.js';
import type { MappedColumn, NoticedCell } from './read-row.js';

/**
 * Cells with the person's corrections. Text of a merged area is repeated in each of its rows; amounts are not, since
 * they would be counted twice.
 */
export class CorrectedCells {
  private readonly fillable: ReadonlySet<number>;

  constructor(
    private readonly index: GridIndex,
    private readonly instructions: Instructions,
    private readonly columns: readonly MappedColumn[],
  ) {
    this.fillable = new Set(
      columns
        .filter(({ field }) => !['area', 'money', 'promise', 'number', 'percent'].includes(field.reads))
        .map(({ column }) => column),
    );
  }

  at(row: number, column: number): GridCell | undefined {
    const fix = this.instructions.fixes[row]?.[column];
    if (fix !== undefined) return fix === '' ? undefined : { column, type: 'text', text: fix };
    return this.index.cell(row, column) ?? (this.fillable.has(column) ? this.index.seen(row, column) : undefined);
  }

  filledIn(row: number): NoticedCell[] {
    return this.columns
      .filter(
        ({ column }) =>
          !this.index.cell(row, column) && this.instructions.fixes[row]?.[column] === undefined && this.at(row, column),
      )
      .map(({ column }) => ({ column, notice: 'merged.filled' }));
  }
}
