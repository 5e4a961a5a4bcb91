import { creditCodeCheckSymbol, organisationCheckSymbol } from '@crm/domain/enterprises';
import { chance, type Chance } from './chance.js';

/** The parks an industry settles in, and the names of its enterprises. */
const TRADES: readonly (readonly [industry: string, parks: readonly string[], noun: string])[] = [
  ['医药制造', ['药谷工业园', '美安生态科技新城'], '制药'],
  ['医疗器械', ['美安生态科技新城'], '医疗器械'],
  ['保健食品', ['药谷工业园'], '健康食品'],
  ['先进制造', ['美安生态科技新城'], '智能装备'],
  ['电气装备', ['狮子岭工业园'], '电气'],
  ['新能源汽车', ['海马工业园'], '新能源汽车部件'],
  ['新材料', ['狮子岭工业园'], '新材料'],
  ['节能环保', ['云龙产业园'], '环保科技'],
  ['全生物降解材料', ['云龙产业园'], '生物降解材料'],
  ['高端食品加工', ['狮子岭工业园'], '食品'],
  ['数字经济', ['西海岸总部经济区'], '数据科技'],
  ['文化旅游', ['观澜湖旅游园区'], '文旅发展'],
];

const FIRST = [
  ...'安博辰诚达德帆富冠广瀚恒弘华汇嘉建锦景君凯康朗利联龙铭南宁鹏启谦清荣瑞润盛思泰天同望维希翔欣信旭雅永宇源越云泽展正致中卓',
];
const SECOND = [
  ...'邦宝晨川创德鼎丰格谷光海航和鸿基健江杰京科坤岚林岭隆茂明诺平庆然森山尚生石舒顺泰腾图威文熙祥新兴雄亚阳业益勇渝远泽昭智洲',
];

export interface DemoFirm {
  readonly name: string;
  readonly creditCode: string;
  readonly industry: string;
  readonly park: string;
  readonly noun: string;
}

/**
 * Fictional enterprises besides those of the ledger, each with a valid code that no register has (division 460100,
 * series from 9).
 */
export function demoFirms(count: number, taken: ReadonlySet<string>): DemoFirm[] {
  const dice = chance(2_021);
  const names = new Set(taken);
  const firms: DemoFirm[] = [];
  while (firms.length < count) {
    const [industry, parks, noun] = dice.pick(TRADES);
    const name = `海南${dice.pick(FIRST)}${dice.pick(SECOND)}${noun}有限公司`;
    if (names.has(name)) continue;
    names.add(name);
    firms.push({ name, creditCode: creditCode(dice), industry, park: dice.pick(parks), noun });
  }
  return firms;
}

function creditCode(dice: Chance): string {
  for (;;) {
    const eight = `MA9${Array.from({ length: 5 }, () => dice.pick([...'0123456789ABCDEFGHJKLMNPQRTUWXY'])).join('')}`;
    const seventeen = `91460100${eight}${organisationCheckSymbol(eight)}`;
    const check = creditCodeCheckSymbol(seventeen);
    if (check !== null) return seventeen + check;
  }
}

const SURNAMES = [...'陈林黄王吴李张符郑周苏杨梁许蔡邓何曾谢冯韩潘云邢唐莫韦'];
const GIVEN = [...'明伟海燕丽娟晓东志强秀英建国文静宇航思雨振华慧玲子涵俊杰雪梅国栋美玉光辉'];

/** Names of people, all different. */
export function demoPeople(count: number, taken: ReadonlySet<string>): string[] {
  const dice = chance(56);
  const names = new Set(taken);
  const people: string[] = [];
  while (people.length < count) {
    const name = dice.pick(SURNAMES) + dice.pick(GIVEN) + dice.pick(GIVEN);
    if (names.has(name)) continue;
    names.add(name);
    people.push(name);
  }
  return people;
}
