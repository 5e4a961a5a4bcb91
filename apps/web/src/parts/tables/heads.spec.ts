import type { RecordColumn } from './columns.js';
import { headLines, type Head } from './heads.js';

const column = (source: string, more: Partial<RecordColumn<object>> = {}): RecordColumn<object> => ({
  source,
  label: source,
  cell: () => null,
  ...more,
});
const said = (head: Head<object>): string =>
  'group' in head ? `${head.group} over ${head.span}` : `${head.column.source} ${head.span}×${head.lines}`;
const linesOf = (columns: readonly RecordColumn<object>[]) => headLines(columns).map((line) => line.map(said));

describe('the head of a table', () => {
  it('has one line where no column belongs to a group', () =>
    expect(linesOf([column('name'), column('area')])).toEqual([['name 1×1', 'area 1×1']]));

  it('has a second line under the groups; the other columns take both', () =>
    expect(
      linesOf([
        column('name'),
        column('perMu', { group: 'tax' }),
        column('bar', { group: 'tax', headless: true }),
        column('percent', { group: 'tax' }),
        column('met', { group: 'verdicts' }),
        column('note'),
      ]),
    ).toEqual([
      ['name 1×2', 'tax over 3', 'verdicts over 1', 'note 1×2'],
      ['perMu 2×1', 'percent 1×1', 'met 1×1'],
    ]));

  it('lets a head span the headless columns after it, also the last', () =>
    expect(linesOf([column('value'), column('bar', { headless: true })])).toEqual([['value 2×1']]));
});
