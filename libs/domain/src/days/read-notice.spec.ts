import { announcedWorkingYears, readNotice } from './index.js';

/** As published for 2026. */
const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

const days = (kind: 'holiday' | 'make-up', text: string, year: number) =>
  readNotice(text, year)
    .days.filter((one) => one.kind === kind)
    .map(({ day }) => day);

describe('the notice of the State Council', () => {
  it('of 2026 gives the year as it is known', () => {
    const year = announcedWorkingYears.find((one) => one.year === 2026)!;
    expect(days('holiday', NOTICE_2026, 2026)).toEqual([...year.holidays].sort());
    expect(days('make-up', NOTICE_2026, 2026)).toEqual([...year.makeUpDays].sort());
  });

  it('names the holiday of each day', () => {
    const named = new Map(readNotice(NOTICE_2026, 2026).days.map(({ day, name }) => [day, name]));
    expect(['2026-01-01', '2026-02-28', '2026-10-10'].map((day) => named.get(day))).toEqual(['元旦', '春节', '国庆节']);
  });

  it('over the turn of a year sets the days of the other year apart', () => {
    const { days: own, beside } = readNotice('一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023);
    expect(own.map(({ day }) => day)).toEqual(['2023-01-01', '2023-01-02']);
    expect(beside.map(({ day }) => day)).toEqual(['2022-12-31']);
  });

  it('with brackets of half width, and spaces', () => {
    expect(days('holiday', '劳动节： 5月1日 (周五) 至 5日(周二) 放假调休', 2026)).toHaveLength(5);
  });

  it.each([
    ['a sentence without 放假 or 上班', '5月1日起施行。'],
    ['a day that does not exist', '2月30日放假。'],
    ['a span that runs backwards', '5月5日至1日放假。'],
    ['a span of more than sixteen days', '5月1日至30日放假。'],
    ['nothing', ''],
  ])('%s gives no day', (_case, text) => expect(readNotice(text, 2026).days).toEqual([]));
});
