import type { ColumnUnit } from './column-units.js';
import { checkLedgerUnits, checkPlainUnits, type ComparedRow } from './unit-check.js';

const bare = (value: string, unit: ColumnUnit | null = null) => ({ value, unit });
/** 776.2 万元/亩 on 23.27 亩 is 18,062.174 万元; 1,000 万元/亩 on 41.48 亩 is 41,480 万元. */
const ledger = (write: (row: { mu: string; wan: string; perMu: string }) => [string, string, string]): ComparedRow[] =>
  [
    { mu: '23.27', wan: '18062', perMu: '776.2' },
    { mu: '41.48', wan: '41480', perMu: '1000' },
  ].map((row, at) => {
    const [area, investment, promise] = write(row);
    return { row: at + 5, area: bare(area), investment: bare(investment), promise: bare(promise) };
  });
const groups = (
  area: ColumnUnit | null,
  investment: ColumnUnit | null,
  promises: ColumnUnit | null,
  chosen: Partial<Record<'area' | 'investment' | 'promises', ColumnUnit>> = {},
) => ({
  area: { columns: [8], stated: area, chosen: chosen.area ?? null },
  investment: { columns: [9], stated: investment, chosen: chosen.investment ?? null },
  promises: { columns: [10, 11, 12], stated: promises, chosen: chosen.promises ?? null },
});
const asked = (checks: ReturnType<typeof checkLedgerUnits>) =>
  checks.filter(({ question }) => question).map(({ group, suggested }) => [group, suggested]);

describe('the units of a ledger', () => {
  const inWan = ledger(({ mu, wan, perMu }) => [mu, wan, perMu]);

  it('are not asked about when the headers name them and the rows agree', () =>
    expect(asked(checkLedgerUnits(groups('mu', 'wan', 'wan-per-mu'), inWan))).toEqual([]));
  it('are asked about when a header names none, with the reading that fits', () =>
    expect(asked(checkLedgerUnits(groups('mu', 'wan', null), inWan))).toEqual([['promises', 'wan-per-mu']]));
  it('10⁴: 元/亩 under a header of 万元/亩', () =>
    expect(
      asked(
        checkLedgerUnits(
          groups('mu', 'wan', 'wan-per-mu'),
          ledger(({ mu, wan }) => [mu, wan, wan === '18062' ? '7762000' : '10000000']),
        ),
      ),
    ).toContainEqual(['promises', 'yuan-per-mu']));
  it('亩-fold: totals under a header of 万元/亩', () =>
    expect(
      asked(
        checkLedgerUnits(
          groups('mu', 'wan', 'wan-per-mu'),
          ledger(({ mu, wan }) => [mu, wan, wan]),
        ),
      ),
    ).toEqual([['promises', 'wan-total']]));
  it('666.67: ㎡ under a header of 亩', () =>
    expect(
      asked(
        checkLedgerUnits(
          groups('mu', 'wan', 'wan-per-mu'),
          ledger(({ mu, wan, perMu }) => [mu === '23.27' ? '15513.33' : '27653.33', wan, perMu]),
        ),
      ),
    ).toEqual([['area', 'sqm']]));
  it('10⁴: 亿元 under a header of 万元', () =>
    expect(
      asked(
        checkLedgerUnits(
          groups('mu', 'wan', 'wan-per-mu'),
          ledger(({ mu, perMu, wan }) => [mu, wan === '18062' ? '1.8062' : '4.148', perMu]),
        ),
      ),
    ).toContainEqual(['investment', 'yi']));
  it('nothing is asked where a unit stands in every cell', () =>
    expect(
      asked(
        checkLedgerUnits(
          {
            ...groups('mu', null, 'wan-per-mu'),
            investment: { columns: [9], stated: null, chosen: null, everyCell: true },
          },
          inWan.map((row) => ({ ...row, investment: { ...row.investment, unit: 'wan' } })),
        ),
      ),
    ).toEqual([]));
  it('an answer ends the question', () =>
    expect(asked(checkLedgerUnits(groups('mu', 'wan', null, { promises: 'yuan-per-mu' }), inWan))).toEqual([]));
  it('if no reading fits, nothing is asked: a total may contain more than fixed assets', () =>
    expect(
      asked(
        checkLedgerUnits(
          groups('mu', 'wan', 'wan-per-mu'),
          ledger(({ mu, perMu }) => [mu, '90000', perMu]),
        ),
      ),
    ).toEqual([]));
  it('a unit in the cell comes before that of the column', () =>
    expect(
      checkLedgerUnits(groups('mu', 'wan', 'wan-per-mu'), [
        { row: 5, area: bare('15513.33', 'sqm'), investment: bare('1.8062', 'yi'), promise: bare('776.2') },
      ])[2]!.readings[0],
    ).toMatchObject({ fits: 1, of: 1 }));
  it('each reading says what it would mean', () =>
    expect(
      checkLedgerUnits(groups('mu', 'wan', null), inWan)[2]!.readings.map(({ unit, fits, example }) => [
        unit,
        fits,
        example!.promisedWan,
        example!.apart,
      ]),
    ).toEqual([
      ['wan-per-mu', 2, '18062.174', '1'],
      ['yuan-per-mu', 0, '1.806217', '9999.9'],
      ['wan-total', 0, '776.2', '23.27'],
    ]));
});

describe('the unit of figures', () => {
  const figures = (columns: number[], stated: ColumnUnit | null, chosen: ColumnUnit | null, everyCell = false) =>
    checkPlainUnits('figures', { columns, stated, chosen, everyCell });
  it('is asked about when the header names none', () =>
    expect(figures([3], null, null)[0]).toMatchObject({ question: true }));
  it('and not otherwise, nor where every cell has its own', () =>
    expect([
      figures([3], 'wan', null)[0]!.question,
      figures([3], null, 'yuan')[0]!.question,
      figures([3], null, null, true)[0]!.question,
      figures([], null, null),
    ]).toEqual([false, false, false, []]));
});
