import { matchingProjectName } from '@crm/domain/enterprises';
import { computed, newId, type Expression, type Tx } from '@crm/platform/db';
import { followUpTable, leadTable } from '../../leads/index.js';
import { chance } from './chance.js';

const PROJECTS = [
  '二期扩产',
  '研发中心',
  '区域总部',
  '智能工厂改造',
  '冷链物流配套',
  '检测平台',
  '中试基地',
  '新生产线',
  '无菌注射剂车间',
  '光学膜扩产',
  '固态变压器',
  '再生塑料造粒',
  '椰制品精深加工',
  '数据交易服务',
  '医疗机器人',
  '缓释制剂车间',
];
const STAGES = [
  'registered',
  'registered',
  'contact',
  'contact',
  'contact',
  'site-visit',
  'site-visit',
  'negotiation',
  'negotiation',
  'negotiation',
  'admission-review',
  'lost',
  'withdrawn',
] as const;
const NEXT = ['电话回访', '约见负责人', '现场看地', '送审方案', '条款磋商', '补充材料', '准入评审会'];
const RESULTS = [
  '对方确认投资意向，要求补充用地条件。',
  '看过两块地，倾向靠近主干道的一块。',
  '就产值承诺交换意见，约定下周再谈。',
  '已发送园区政策汇编。',
  '企业董事会月底讨论。',
];
const CHANNELS = ['industry', 'platform', 'merger', 'referral', 'entrusted'] as const;
const LEADS = 72;

/** Leads at every stage, new ones and long-waiting ones, of three officers. Days count from the day of loading. */
export async function seedLeads(tx: Tx): Promise<void> {
  const dice = chance(319);
  const owners = (
    await tx.rows<{ id: string }>(
      "SELECT id FROM app_user WHERE username IN ('officer', 'officer2', 'manager') ORDER BY username",
    )
  ).map((row) => row.id);
  const firms = await tx.rows<{ id: string; name: string; park_id: string; industry_id: string | null }>(
    `SELECT id, name, park_id, industry_id
     FROM enterprise
     WHERE demo AND park_id IS NOT NULL
     ORDER BY credit_code`,
  );
  for (let n = 0; n < LEADS; n++) {
    const firm = firms[(n * 7) % firms.length];
    if (!firm) return;
    const stage = dice.pick(STAGES);
    const project = dice.pick(PROJECTS);
    const closed = stage === 'lost' || stage === 'withdrawn';
    const since = dice.whole(1, 80);
    const id = newId();
    const wan = dice.whole(7, 120) * 500;
    const owner = owners[n % 4 === 3 ? 0 : 1 + (n % 2)] ?? '';
    await leadTable.insert(
      tx,
      {
        id,
        enterpriseId: firm.id,
        projectName: project,
        projectMatchName: matchingProjectName(project),
        searchText: computed("folded(?) || '|' || folded(?)", firm.name, project),
        stage,
        stageSince: daysAgo(since),
        lossReason: closed ? (stage === 'lost' ? '企业选择其他园区' : '企业暂缓投资') : null,
        parkId: firm.park_id,
        industryId: firm.industry_id,
        channel: dice.pick(CHANNELS),
        investmentWan: String(wan),
        investmentTyped: null,
        areaMu: dice.amount(9, 130, 0),
        areaTyped: null,
        ownerId: owner,
        createdBy: owner,
        contactId: null,
        overrideReason: null,
        nextStep: closed ? null : dice.pick(NEXT),
        nextOn: closed ? null : dayAgo(-dice.whole(-4, 12)),
        answeredAt: daysAgo(since),
        ...touched(Math.min(since, dice.whole(0, 20))),
        createdAt: daysAgo(since + dice.whole(2, 90)),
        demo: true,
      },
      'DO NOTHING',
    );
    if (stage === 'registered') continue;
    // The enterprise may already have this project.
    const logged = await leadTable.one(tx, { id });
    for (let k = 0; k < dice.whole(1, 4); k++) {
      const kind = dice.pick(['call', 'visit', 'meeting', 'reception'] as const);
      const ago = k * 9 + dice.whole(0, 8);
      const result = dice.pick(RESULTS);
      if (!logged) continue;
      await followUpTable.insert(tx, {
        id: newId(),
        leadId: id,
        kind,
        onDay: dayAgo(ago),
        met: '总经理',
        result,
        nextStep: null,
        nextOn: null,
        createdBy: owner,
        createdAt: daysAgo(ago),
        demo: true,
      });
    }
  }
}

/** Uses the clock of the database, like everything that counts days. */
const daysAgo = (days: number): Expression => computed('now() - make_interval(days => ?)', days);
const dayAgo = (days: number): Expression => computed(`(now() AT TIME ZONE 'Asia/Shanghai')::date - ?::int`, days);
const touched = (days: number) => ({ followedUpAt: daysAgo(days), updatedAt: daysAgo(days) });
