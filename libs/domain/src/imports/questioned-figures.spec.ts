import type { FiguresEntry } from './figures-entry.js';
import { creditCodes } from './grid.example.js';
import { questionedFigures } from './questioned-figures.js';

const figures = (
  row: number,
  year: number,
  investment: string,
  output: string,
  projectName: string | null = null,
  creditCode: string = creditCodes[0],
): FiguresEntry => ({
  row,
  year,
  creditCode,
  enterpriseName: null,
  projectName,
  source: 'firm',
  note: null,
  figures: [
    { indicator: 'investment', wan: investment, value: investment, unit: 'wan' },
    { indicator: 'output', wan: output, value: output, unit: 'wan' },
  ],
});

describe('figures that do not go with the years before', () => {
  it.each<[string, FiguresEntry[], unknown[]]>([
    ['rising ones do', [figures(2, 2022, '100', '0'), figures(3, 2023, '200', '500')], []],
    [
      'a cumulative one that falls, whatever the order of the rows',
      [figures(2, 2023, '90', '10'), figures(3, 2022, '100', '9')],
      [{ row: 2, indicator: 'investment', notice: 'figure.falls' }],
    ],
    ['an output that falls may', [figures(2, 2022, '100', '500'), figures(3, 2023, '100', '400')], []],
    ['元 among 万元: asked about elsewhere', [figures(2, 2022, '100', '500'), figures(3, 2023, '100', '5100000')], []],
    [
      'another project, another firm: not compared',
      [
        figures(2, 2022, '100', '500', '一期'),
        figures(3, 2023, '90', '500', '二期'),
        figures(4, 2024, '10', '500', '一期', creditCodes[1]),
      ],
      [],
    ],
  ])('%s', (_case, entries, expected) => expect(questionedFigures(entries)).toEqual(expected));
});
