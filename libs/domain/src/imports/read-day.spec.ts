import { dayOfCell, dayOfSerial, shownText } from './read-day.js';

const code = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const text = (value: string) => code(() => dayOfCell({ type: 'text', text: value }, 1900));

describe('a time of day on a date', () => {
  const read = (text: string, type: 'number' | 'text' = 'number') => {
    const told: string[] = [];
    return [dayOfCell({ type, text, shown: 'date' }, 1900, (notice) => told.push(notice)), ...told];
  };
  it.each<[string, 'number' | 'text', string[]]>([
    ['45291.99950231481', 'number', ['2024-01-01', 'date.rounded-up']],
    ['2023-12-31 23:59:17', 'text', ['2024-01-01', 'date.rounded-up']],
    ['2023/12/31 0:00', 'text', ['2023-12-31']],
    ['45292', 'number', ['2024-01-01']],
    ['45291.5', 'number', ['2023-12-31', 'date.time-dropped']],
    ['45291.9986', 'number', ['2023-12-31', 'date.time-dropped']],
    ['2023-12-31T16:30', 'text', ['2023-12-31', 'date.time-dropped']],
  ])('%s', (text, type, expected) => expect(read(text, type)).toEqual(expected));
});

describe('a day in a text', () => {
  it.each([
    ['2021.3.11', '2021-03-11'],
    ['2021/3/11', '2021-03-11'],
    ['2021-03-11', '2021-03-11'],
    ['2021年3月11日', '2021-03-11'],
    ['2021年3月11', '2021-03-11'],
    ['20210311', '2021-03-11'],
    ['二〇二一年三月十一日', '2021-03-11'],
    ['二○二一年十二月三十一日', '2021-12-31'],
    ['二零二一年元月廿三日', '2021-01-23'],
    ['二〇二一年十月二十日', '2021-10-20'],
    [' ２０２１．３．１１ ', '2021-03-11'],
    ['2021-03-11 00:00:00', '2021-03-11'],
    ['2021-03-11T16:30', '2021-03-11'],
    ['2020.2.29', '2020-02-29'],
    ['2021.2.30', 'date.impossible'],
    ['2021-13-01', 'date.impossible'],
    ['2021.2.29', 'date.impossible'],
    ['0000-00-00', 'date.impossible'],
    ['1989-12-31', 'date.range'],
    ['2101.1.1', 'date.range'],
    ['21.3.11', 'date.ambiguous'],
    ['3/11/2021', 'date.ambiguous'],
    ['11-3-2021', 'date.ambiguous'],
    ['21年3月11日', 'date.ambiguous'],
    ['2021.3', 'date.format'],
    ['2021年', 'date.format'],
    ['待定', 'date.format'],
    ['2021-W11', 'date.format'],
  ])('%s → %s', (typed, day) => expect(text(typed)).toBe(day));
});

describe('a day as a serial number', () => {
  it.each<[string, 1900 | 1904, string]>([
    ['44266', 1900, '2021-03-11'],
    ['44266.75', 1900, '2021-03-11'],
    ['46085', 1900, '2026-03-04'],
    ['32874', 1900, '1990-01-01'],
    ['42804', 1904, '2021-03-11'],
    ['31412', 1904, '1990-01-01'],
    ['60', 1900, 'date.range'],
    ['99999', 1900, 'date.range'],
    ['-5', 1900, 'date.range'],
  ])('%s in the system of %i is %s', (serial, system, day) =>
    expect(code(() => dayOfSerial(serial, system))).toBe(day),
  );

  it('counts without a date format too', () =>
    expect(dayOfCell({ type: 'number', text: '44266' }, 1900)).toBe('2021-03-11'));
  it('a bare year is not a day', () =>
    expect(code(() => dayOfCell({ type: 'number', text: '2021' }, 1900))).toBe('date.format'));
  it('eight digits are a day', () => expect(dayOfCell({ type: 'number', text: '20210311' }, 1900)).toBe('2021-03-11'));
  it('is shown as the sheet shows it', () =>
    expect([
      shownText({ type: 'number', text: '44266', shown: 'date' }, 1900),
      shownText({ type: 'number', text: '80.29000000000001' }, 1900),
      shownText({ type: 'text', text: '80.29000000000001' }, 1900),
    ]).toEqual(['2021-03-11', '80.29', '80.29000000000001']));
});
