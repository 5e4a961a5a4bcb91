import { pastedGrid } from './pastedGrid.js';

it.each([
  ['', []],
  ['5', [['5']]],
  [
    '1\t2\r\n3\t\r\n',
    [
      ['1', '2'],
      ['3', ''],
    ],
  ],
  [
    '"甲\n乙"\t"说""好"""\n1\t2',
    [
      ['甲\n乙', '说"好"'],
      ['1', '2'],
    ],
  ],
  [' 6,000 \t 3.2 亿', [['6,000', '3.2 亿']]],
])('%j is %j', (text, grid) => expect(pastedGrid(text)).toEqual(grid));
