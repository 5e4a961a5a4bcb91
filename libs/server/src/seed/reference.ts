import { announcedWorkingYears } from '@crm/domain/days';
import { newId, type Tx } from '@crm/platform/db';
import { industryChainTable, industryTable, parkTable } from '../parks/index.js';
import { calendarYearTable, provincialStandardTable, workingDayTable } from '../standards/index.js';

/** One zone with seven parks (docs/domain.md), in the zone's order. */
const PARKS = [
  ['MA', '美安生态科技新城', '美安', '生物医药、医疗器械、先进制造'],
  ['YG', '药谷工业园', '药谷', '生物医药、保健食品'],
  ['HM', '海马工业园', '海马', '汽车、新能源汽车'],
  ['SZL', '狮子岭工业园', '狮子岭', '高端食品、新材料、新能源'],
  ['YL', '云龙产业园', '云龙', '节能环保、全生物降解材料'],
  ['GLH', '观澜湖旅游园区', '观澜湖', '体育、休闲、影视'],
  ['XHA', '西海岸总部经济区', '西海岸', '总部经济、数字经济'],
] as const;

/** The clusters of the zone, with their goal (docs/domain.md). */
const CHAINS = [
  ['SWYY', '生物医药', '千亿'],
  ['XDSP', '现代食品', '百亿'],
  ['ZBZZ', '装备制造', '百亿'],
  ['XNY', '新能源汽车', '百亿'],
  ['HB', '节能环保', '百亿'],
  ['LY', '旅游+', ''],
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
 * 万元/亩, derived from the percentages published for 2021 (670/976/82 = 223/195/273 %): the whole zone, every industry.
 */
const STANDARD_2021 = [
  ['investment', '300'],
  ['output', '500'],
  ['tax', '30'],
] as const;
const DERIVED_DOCUMENT = '2021 年报告推算';

const open = { validFrom: null } as const;

/** Loads what every install needs; running it again adds only what is missing. */
export async function seedReference(tx: Tx): Promise<void> {
  await parkTable.insertMany(
    tx,
    PARKS.map(([code, name, shortName, focus], at) => ({
      id: newId(),
      code,
      name,
      shortName,
      focus,
      position: at + 1,
      areaMu: null,
      parkClass: null,
      region: null,
      ...open,
    })),
    'DO NOTHING',
  );
  await industryChainTable.insertMany(
    tx,
    CHAINS.map(([code, name, goal], at) => ({
      id: newId(),
      code,
      name,
      goal,
      position: at + 1,
      ...open,
      parentId: null,
    })),
    'DO NOTHING',
  );
  const chains = new Map(
    (await tx.rows<{ id: string; name: string }>('SELECT id, name FROM industry_chain')).map(({ id, name }) => [
      name,
      id,
    ]),
  );
  await industryTable.insertMany(
    tx,
    INDUSTRIES.map(([code, name, chain], at) => ({
      id: newId(),
      code,
      name,
      chainId: (chain && chains.get(chain)) ?? null,
      task: null,
      position: at + 1,
      ...open,
    })),
    'DO NOTHING',
  );
  const there = await tx.rows<{ indicator: string }>(
    `SELECT indicator FROM provincial_standard WHERE place_level = 'zone' AND industry_id IS NULL`,
  );
  await provincialStandardTable.insertMany(
    tx,
    STANDARD_2021.filter(([indicator]) => !there.some((one) => one.indicator === indicator)).map(
      ([indicator, perMuWan]) => ({
        id: newId(),
        indicator,
        placeLevel: 'zone' as const,
        placeKey: null,
        industryId: null,
        validFrom: '2021-01-01',
        validTo: null,
        perMuWan,
        documentNo: DERIVED_DOCUMENT,
        source: '由 2021 年公布的亩均值与百分比反推，非文件原文',
        derived: true,
        entered: null,
        importId: null,
      }),
    ),
  );
  await seedCalendar(tx);
}

/** Days off and make-up days as the State Council announced them; an existing year stays as it is. */
async function seedCalendar(tx: Tx): Promise<void> {
  for (const { year, holidays, makeUpDays, source } of announcedWorkingYears) {
    const begun = { id: newId(), year, source, importId: null };
    if ((await calendarYearTable.insertMany(tx, [begun], 'DO NOTHING')) === 0) continue;
    await workingDayTable.insertMany(
      tx,
      [
        ...holidays.map((day) => ({ id: newId(), day, kind: 'holiday' as const })),
        ...makeUpDays.map((day) => ({ id: newId(), day, kind: 'make-up' as const })),
      ],
      'DO NOTHING',
    );
  }
}
