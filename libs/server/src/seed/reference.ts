import { announcedWorkingYears } from '@crm/domain/days';
import { newId, type Tx } from '@crm/platform/db';

/** One zone, seven parks (domain §4), in the order the zone names them. */
const PARKS = [
  ['MA', '美安生态科技新城', '美安', '生物医药、医疗器械、先进制造'],
  ['YG', '药谷工业园', '药谷', '生物医药、保健食品'],
  ['HM', '海马工业园', '海马', '汽车、新能源汽车'],
  ['SZL', '狮子岭工业园', '狮子岭', '高端食品、新材料、新能源'],
  ['YL', '云龙产业园', '云龙', '节能环保、全生物降解材料'],
  ['GLH', '观澜湖旅游园区', '观澜湖', '体育、休闲、影视'],
  ['XHA', '西海岸总部经济区', '西海岸', '总部经济、数字经济'],
] as const;

const INDUSTRIES = [
  ['YYZZ', '医药制造', '生物医药'],
  ['YLQX', '医疗器械', '生物医药'],
  ['BJSP', '保健食品', '现代食品'],
  ['XJZZ', '先进制造', '装备制造'],
  ['DQZB', '电气装备', '装备制造'],
  ['XNYQC', '新能源汽车', '新能源汽车'],
  ['XCL', '新材料', '节能环保'],
  ['JNHB', '节能环保', '节能环保'],
  ['QSWJJ', '全生物降解材料', '节能环保'],
  ['GDSP', '高端食品加工', '现代食品'],
  ['SZJJ', '数字经济', null],
  ['WHLY', '文化旅游', '旅游+'],
] as const;

/**
 * 万元/亩, worked back from the percentages published for 2021 (670/976/82 = 223/195/273 %): the whole zone, every
 * industry.
 */
const STANDARD_2021 = [
  ['investment', '300'],
  ['output', '500'],
  ['tax', '30'],
] as const;
const DERIVED_DOCUMENT = '2021 年报告推算';

/** Loads what every install needs; running it again adds only what is missing. */
export async function seedReference(tx: Tx): Promise<void> {
  for (const [index, [code, name, shortName, focus]] of PARKS.entries())
    await tx.run(
      `INSERT INTO park (id, code, name, short_name, focus, position)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [newId(), code, name, shortName, focus, index + 1],
    );
  for (const [index, [code, name, cluster]] of INDUSTRIES.entries())
    await tx.run(
      `INSERT INTO industry (id, code, name, cluster, position)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [newId(), code, name, cluster, index + 1],
    );
  for (const [indicator, perMuWan] of STANDARD_2021) {
    await tx.run(
      `INSERT INTO provincial_standard (
         id, indicator, place_level, valid_from, per_mu_wan, document_no, source, derived
       )
       SELECT $1, $2::text, 'zone', '2021-01-01', $3, $4, '由 2021 年公布的亩均值与百分比反推，非文件原文', true
       WHERE NOT EXISTS (
           SELECT 1 FROM provincial_standard WHERE indicator = $2 AND place_level = 'zone' AND industry_id IS NULL
         )`,
      [newId(), indicator, perMuWan, DERIVED_DOCUMENT],
    );
  }
  await seedCalendar(tx);
}

/** Days off and make-up days as the State Council announced them; a year already there is left as it is. */
async function seedCalendar(tx: Tx): Promise<void> {
  for (const { year, holidays, makeUpDays, source } of announcedWorkingYears) {
    if (
      (await tx.run('INSERT INTO calendar_year (id, year, source) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
        newId(),
        year,
        source,
      ])) === 0
    )
      continue;
    const days = [...holidays.map((day) => [day, 'holiday']), ...makeUpDays.map((day) => [day, 'make-up'])];
    await tx.run(
      `INSERT INTO working_day (id, day, kind)
       SELECT *
       FROM unnest($1::uuid[], $2::date[], $3::text[])
       ON CONFLICT DO NOTHING`,
      [days.map(() => newId()), days.map(([day]) => day), days.map(([, kind]) => kind)],
    );
  }
}
