import { matchingProjectName } from '@crm/domain/enterprises';
import { newId, type Tx } from '@crm/platform/db';
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
    const owner = owners[n % 4 === 3 ? 0 : 1 + (n % 2)];
    await tx.run(
      `INSERT INTO lead (
         id, enterprise_id, project_name, project_match_name, search_text, stage, stage_since, loss_reason, park_id,
         industry_id, channel, investment_wan, area_mu, owner_id, created_by, next_step, next_on, answered_at,
         followed_up_at, created_at, updated_at, demo
       )
       VALUES
         (
           $1, $2, $3, $4, folded($5) || '|' || folded($3), $6, now() - make_interval(days => $7), $8, $9, $10, $11,
           $12, $13, $14, $14, $15, (now() AT TIME ZONE 'Asia/Shanghai')::date + $16::int,
           now() - make_interval(days => $7), now() - make_interval(days => $17), now() - make_interval(days => $18),
           now() - make_interval(days => $17), true
         )
       ON CONFLICT DO NOTHING`,
      [
        id,
        firm.id,
        project,
        matchingProjectName(project),
        firm.name,
        stage,
        since,
        closed ? (stage === 'lost' ? '企业选择其他园区' : '企业暂缓投资') : null,
        firm.park_id,
        firm.industry_id,
        dice.pick(CHANNELS),
        String(wan),
        dice.amount(9, 130, 0),
        owner,
        closed ? null : dice.pick(NEXT),
        closed ? null : dice.whole(-4, 12),
        Math.min(since, dice.whole(0, 20)),
        since + dice.whole(2, 90),
      ],
    );
    if (stage === 'registered') continue;
    for (let k = 0; k < dice.whole(1, 4); k++) {
      await tx.run(
        `INSERT INTO follow_up (id, lead_id, kind, on_day, met, result, created_by, created_at, demo)
         SELECT
           $1, l.id, $3, (now() AT TIME ZONE 'Asia/Shanghai')::date - $4::int, '总经理', $5, l.owner_id,
           now() - make_interval(days => $4), true
         FROM lead l
         WHERE l.id = $2`,
        [
          newId(),
          id,
          dice.pick(['call', 'visit', 'meeting', 'reception'] as const),
          k * 9 + dice.whole(0, 8),
          dice.pick(RESULTS),
        ],
      );
    }
  }
}
