import { periodOfCell } from './read-period.js';

const read = (text: string, type: 'text' | 'number' = 'text') => {
  const period = periodOfCell({ type, text });
  return period && [period.first, period.last];
};

describe('a day that stops at a month, quarter, half or year', () => {
  it.each([
    ['2023年6月', ['2023-06-01', '2023-06-30']],
    ['2023-6', ['2023-06-01', '2023-06-30']],
    ['2024.02', ['2024-02-01', '2024-02-29']],
    ['2024年12月底', ['2024-12-01', '2024-12-31']],
    ['2024年底', ['2024-01-01', '2024-12-31']],
    ['2024年', ['2024-01-01', '2024-12-31']],
    ['2024年上半年', ['2024-01-01', '2024-06-30']],
    ['2024下半年', ['2024-07-01', '2024-12-31']],
    ['2024年三季度', ['2024-07-01', '2024-09-30']],
    ['2024年第4季度', ['2024-10-01', '2024-12-31']],
    ['2024Q1', ['2024-01-01', '2024-03-31']],
    ['２０２４年９月', ['2024-09-01', '2024-09-30']],
    ['2024年6月1日', undefined],
    ['2024', undefined],
    ['2024.13', undefined],
    ['待定', undefined],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
  it('a number 2024.06 is June; 2024.1 may be January or October', () => {
    expect(read('2024.06', 'number')).toEqual(['2024-06-01', '2024-06-30']);
    expect(read('2024.1', 'number')).toBeUndefined();
  });
});
