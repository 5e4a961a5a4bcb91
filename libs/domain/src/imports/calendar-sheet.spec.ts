import { checkCalendarRows } from './calendar-rows.js';
import { checkSheet } from './check-sheet.js';
import { findHeader } from './find-header.js';
import { aDirectory, aGrid } from './grid.example.js';
import { instructionsFrom } from './instructions.js';
import type { WorkingDayEntry } from './reference-entries.js';

type Cells = (string | number | null)[];
const sheet = (rows: Cells[]) => {
  const grid = aGrid(rows);
  const { rows: checked } = checkSheet(
    'working-days',
    grid,
    instructionsFrom(findHeader(grid, 'working-days')!),
    aDirectory,
  );
  return checkCalendarRows(checked);
};
const codes = (rows: ReturnType<typeof sheet>) =>
  rows.flatMap(({ row, faults }) => faults.map(({ code }) => `${row} ${code}`));
const days = (rows: ReturnType<typeof sheet>) =>
  rows.flatMap(
    ({ entry }) => (entry as WorkingDayEntry | undefined)?.days.map(({ day, kind }) => `${day.slice(5)} ${kind}`) ?? [],
  );
const off = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `10-0${from + n} holiday`);

describe('a calendar as the notice has it', () => {
  it('ranges, make-up days beside them and the year of the title', () => {
    const rows = sheet([
      ['国务院办公厅关于2027年部分节假日安排的通知'],
      ['节日', '放假时间', '调休上班'],
      ['国庆节', '10月1日（周五）至7日（周四）放假调休，共7天。', '9月26日（周日）、10月9日（周六）上班'],
    ]);
    expect(codes(rows)).toEqual([]);
    expect(days(rows)).toEqual([...off(1, 7), '09-26 make-up', '10-09 make-up']);
    expect(rows[0]).toMatchObject({ entry: { year: 2027, name: '国庆节' }, notices: [{ notice: 'year.from-title' }] });
  });
  it.each([
    '2027年10月1日至10月3日',
    '2027-10-01至2027-10-03',
    '2027.10.1-10.3',
    '2027/10/1~2027/10/3',
    '2027年10月1日、2日、3日'.replace('、2日、3日', '、2027年10月2日、2027年10月3日'),
  ])('%s is three days', (text) => {
    expect(
      days(
        sheet([
          ['名称', '日期', '类型'],
          ['国庆节', text, '放假'],
        ]),
      ),
    ).toEqual(off(1, 3));
  });
  it('one day a row, off or worked; first and last in columns of their own; a serial number', () => {
    expect(
      days(
        sheet([
          ['日期', '类型', '名称'],
          ['2027-10-09', '补班', ''],
          [46_661, '放假', '国庆节'],
        ]),
      ),
    ).toEqual(['10-09 make-up', '10-01 holiday']);
    expect(
      days(
        sheet([
          ['名称', '开始日期', '结束日期', '年度'],
          ['国庆节', '10月1日', '10月3日', 2027],
        ]),
      ),
    ).toEqual(off(1, 3));
  });
});

describe('a calendar that is not right', () => {
  const one = (text: string | number, kind = '放假', more: Cells[] = []) =>
    codes(sheet([['日期', '类型', '名称'], [text, kind, '节'], ...more]));
  it.each<[string, string, string, string]>([
    ['without a year anywhere', '10月1日至7日', '放假', 'date.year-missing'],
    ['over New Year', '2026年12月31日至2027年1月2日', '放假', 'days.two-years'],
    ['backwards', '2027年10月7日至1日', '放假', 'days.order'],
    ['for two months', '2027年8月1日至9月30日', '放假', 'days.long'],
    ['a day that is none', '2027年2月30日', '放假', 'date.impossible'],
    ['words', '国庆期间', '放假', 'days.format'],
    ['worked on a Monday', '2027-10-11', '补班', 'calendar.make-up-on-weekday'],
    ['调休 may mean either', '2027-10-09', '调休', 'calendar.kind-unknown'],
  ])('%s is refused', (_, text, kind, code) => expect(one(text, kind)).toEqual([`2 ${code}`]));

  it('a repeated day is reported; the rest of its year waits, another year does not', () => {
    expect(
      one('2027-10-01', '放假', [
        ['2027-10-01', '放假', ''],
        ['2028-10-01', '放假', ''],
      ]),
    ).toEqual(['2 calendar.year-incomplete', '3 calendar.repeats']);
    expect(one('2027-10-09', '放假', [['2027-10-09', '补班', '']])).toContain('3 calendar.off-and-worked');
  });
  it('the year of an unreadable row is unknown, so all years wait', () =>
    expect(
      one('2027-10-01', '放假', [
        ['？', '放假', ''],
        ['2028-10-01', '放假', ''],
      ]),
    ).toEqual(['2 calendar.year-incomplete', '3 days.format', '4 calendar.year-incomplete']));
});
