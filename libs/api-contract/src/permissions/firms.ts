import { exported, ofFirms } from './reaches.js';
import type { SubjectPermissions } from './subjects.js';

/** Leads and enterprises, and what belongs to them. */
export const firms = {
  Lead: {
    named: { zh: '线索', en: 'Lead' },
    tied: { zh: '负责人', en: 'its owner' },
    may: {
      read: { manager: 'zone', officer: 'scope', auditor: 'zone' },
      create: { manager: 'zone', officer: 'zone' },
      update: { manager: 'zone', officer: 'scope' },
      lose: { manager: 'zone', officer: 'own' },
      transfer: { manager: 'zone', officer: 'own' },
      assign: { manager: 'zone' },
      export: { manager: 'zone', officer: 'scope' },
    },
    why: {
      zh: '同事可以代为跟进；判为流失、退出或转给别人只能由负责人本人或管理者决定，线索不会被同事弄丢。',
      en: 'Colleagues in scope may stand in. Only the owner or a manager gives a lead up or hands it on, so that no colleague loses it.',
    },
  },
  FollowUp: {
    named: { zh: '跟进记录', en: 'Follow-up' },
    tied: { zh: '线索的负责人', en: 'the owner of the lead' },
    may: {
      read: { manager: 'zone', officer: 'scope', auditor: 'zone' },
      create: { manager: 'zone', officer: 'scope' },
      update: { manager: 'zone', officer: 'scope' },
      export: exported,
    },
    why: { zh: '跟着线索走。', en: 'As the lead.' },
  },
  Enterprise: {
    named: { zh: '企业', en: 'Enterprise' },
    tied: {
      zh: '登记人；该企业线索的负责人（越过首报登记的线索不算）；已签合同的经办人；今日指派的企业秘书',
      en: 'who registered it; owners of its leads (not of a lead logged over a first report); officers of its signed contracts; the secretary assigned today',
    },
    may: {
      read: ofFirms,
      create: { manager: 'zone', officer: 'zone' },
      update: { manager: 'zone', officer: 'scope', secretary: 'assigned' },
      merge: { manager: 'zone' },
      export: exported,
    },
    why: {
      zh: '全区可查，避免重复登记和抢报；名称与信用代码决定同一企业的认定，只由对接的人或管理者修改。合并会动到别人的线索和合同，只由管理者做。',
      en: 'Everybody finds a firm, so that none is registered twice. Name and code say which firm it is: those who work with it, or a manager, change them. A merge moves leads and contracts of others, so only a manager merges.',
    },
  },
  Contact: {
    named: { zh: '联系人', en: 'Contact' },
    tied: { zh: '录入人，或企业的对接人', en: 'who entered it, or who works with the firm' },
    may: {
      read: ofFirms,
      create: { manager: 'zone', officer: 'scope' },
      update: { manager: 'zone', officer: 'scope', secretary: 'assigned' },
      export: exported,
      unmask: { manager: 'zone' },
    },
    why: {
      zh: '号码只对对接的人完整显示，其他人看到掩码；管理者说明理由后可查看，逐次登记。接口密钥一律看到掩码。',
      en: 'Whole numbers are for those who work with the firm. A manager gives a reason, and each look is kept. A key always sees masked numbers.',
    },
  },
  InvestmentProject: {
    named: { zh: '项目', en: 'Project' },
    tied: { zh: '企业的对接人', en: 'who works with the firm' },
    may: {
      read: ofFirms,
      create: { manager: 'zone', officer: 'zone' },
      update: { manager: 'zone', officer: 'scope' },
      export: exported,
    },
    why: { zh: '与企业相同；新项目只是一个名称。', en: 'As the firm; a new project is only a name.' },
  },
} as const satisfies Record<string, SubjectPermissions>;
