import type { Reaches, SubjectPermissions } from './subjects.js';

const ofFirms: Reaches = { manager: 'zone', officer: 'zone', secretary: 'assigned', auditor: 'zone' };
const ofContracts: Reaches = { manager: 'zone', officer: 'signed', secretary: 'assigned', auditor: 'zone' };
const exported: Reaches = { manager: 'zone' };

const workingOnIt = {
  zh: '起草人或经办人；该企业有其数据范围内的线索，或由其登记',
  en: 'its drafter or officer; or the firm has a lead in their data scope, or was registered by them',
};

/** Leads, enterprises, contracts and what is reported about them. */
export const business = {
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
      export: exported,
    },
    why: {
      zh: '全区可查，避免重复登记和抢报；名称与信用代码决定同一企业的认定，只由对接的人或管理者修改。',
      en: 'Everybody finds a firm, so that none is registered twice. Name and code say which firm it is: those who work with it, or a manager, change them.',
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
  Contract: {
    named: { zh: '合同', en: 'Contract' },
    tied: workingOnIt,
    may: {
      read: ofContracts,
      create: { manager: 'zone', officer: 'zone' },
      update: { manager: 'zone', officer: 'scope' },
      sign: { manager: 'zone' },
      approve: { manager: 'zone' },
      decide: { manager: 'zone' },
      export: { manager: 'zone', officer: 'signed' },
    },
    why: {
      zh: '已签合同是全区的承诺，平均数要能点开到每一行；草稿是起草人的工作底稿。草稿不产生义务，谁都可以起草，改动、送审、作废限于经办范围。',
      en: 'Signed contracts are the zone’s: each average opens its rows. A draft is a work paper of its drafter. It binds nobody, so anyone may begin one; changing, submitting and voiding it is for those who work on it.',
    },
  },
  Parcel: {
    named: { zh: '地块', en: 'Parcel' },
    tied: workingOnIt,
    may: {
      read: ofContracts,
      create: { manager: 'zone', officer: 'scope' },
      update: { manager: 'zone', officer: 'scope' },
      export: exported,
    },
    why: { zh: '合同的一部分。', en: 'Part of the contract.' },
  },
  Milestone: {
    named: { zh: '节点', en: 'Milestone' },
    tied: workingOnIt,
    may: {
      read: ofContracts,
      create: { manager: 'zone' },
      update: { manager: 'zone' },
      sign: { manager: 'zone' },
      approve: { manager: 'zone' },
      decide: { manager: 'zone' },
      export: exported,
    },
    why: { zh: '实际日期由管理者认定。', en: 'A manager recognises the actual day.' },
  },
  MilestoneExtension: {
    named: { zh: '节点延期', en: 'Extension of a milestone' },
    tied: workingOnIt,
    may: { read: ofContracts, create: { manager: 'zone', officer: 'scope' }, export: exported },
    why: {
      zh: '由经办范围内的人申请，另一人审批。',
      en: 'Asked for by those who work on it, decided by another person.',
    },
  },
  Commitment: {
    named: { zh: '承诺与处置条款', en: 'Commitment and consequence clauses' },
    tied: workingOnIt,
    may: {
      read: ofContracts,
      create: { manager: 'zone', officer: 'scope' },
      update: { manager: 'zone', officer: 'scope' },
      sign: { manager: 'zone' },
      approve: { manager: 'zone' },
      decide: { manager: 'zone' },
      export: exported,
    },
    why: {
      zh: '写在草稿上，与草稿同一范围；签后只经补充协议变更。',
      en: 'Entered on a draft, within its scope; once signed it changes by a supplement only.',
    },
  },
  Assessment: {
    named: { zh: '履约评价与处置', en: 'Assessment and decisions' },
    tied: workingOnIt,
    may: {
      read: ofContracts,
      sign: { manager: 'zone' },
      approve: { manager: 'zone' },
      decide: { manager: 'zone' },
      export: exported,
    },
    why: { zh: '评价由系统算出；豁免与处置由管理者决定。', en: 'The system assesses; a manager waives and decides.' },
  },
  Actual: {
    named: { zh: '实绩', en: 'Actual figure' },
    tied: {
      zh: '填报：合同的经办范围；更正：填报人本人',
      en: 'to enter: who works on the contract; to correct: who reported it',
    },
    may: {
      read: ofContracts,
      create: { manager: 'zone', officer: 'scope', secretary: 'assigned' },
      correct: { manager: 'zone', officer: 'own', secretary: 'assigned' },
      update: { manager: 'zone', officer: 'own' },
      verify: { manager: 'zone' },
      export: exported,
    },
    why: {
      zh: '数字由填报人、指派的企业秘书或管理者更正，由另一人核实。',
      en: 'Corrected by who reported it, the assigned secretary or a manager; verified by another person.',
    },
  },
  Receipt: {
    named: { zh: '到位资金', en: 'Receipt' },
    tied: { zh: '同实绩', en: 'as a figure' },
    may: {
      read: ofContracts,
      create: { manager: 'zone', officer: 'scope', secretary: 'assigned' },
      correct: { manager: 'zone', officer: 'own', secretary: 'assigned' },
      verify: { manager: 'zone' },
      export: exported,
    },
    why: { zh: '同实绩。', en: 'As a figure.' },
  },
  PaceTarget: {
    named: { zh: '进度目标', en: 'Pace target' },
    tied: { zh: '今日指派的企业秘书', en: 'the secretary assigned today' },
    may: {
      read: ofFirms,
      create: { manager: 'zone' },
      update: { manager: 'zone' },
      export: exported,
    },
    why: { zh: '目标由管理者定。', en: 'A manager sets the target.' },
  },
  CheckUp: {
    named: { zh: '项目体检', en: 'Check-up' },
    tied: workingOnIt,
    may: { read: ofContracts, export: exported },
    why: { zh: '由合同算出。', en: 'Computed from contracts.' },
  },
  Evaluation: {
    named: { zh: '亩均评价', en: 'Per-mu evaluation' },
    tied: { zh: '今日指派的企业秘书', en: 'the secretary assigned today' },
    may: {
      read: ofFirms,
      create: { manager: 'zone' },
      update: { manager: 'zone' },
      decide: { manager: 'zone' },
      export: exported,
    },
    why: {
      zh: '一轮排名只有一份；企业秘书只看到指派的企业。',
      en: 'A round has one ranking; a secretary sees the assigned firms of it.',
    },
  },
  Portfolio: {
    named: { zh: '亩均总览与四个一批', en: 'Per-mu portfolio and four batches' },
    may: { read: { manager: 'zone', officer: 'zone', auditor: 'zone' }, export: { manager: 'zone' } },
    why: {
      zh: '全区只有一个平均数，每个数都由已签合同算出。',
      en: 'The zone has one average, computed from signed contracts alone.',
    },
  },
  SecretaryAssignment: {
    named: { zh: '企业秘书指派', en: 'Secretary assignment' },
    tied: { zh: '今日指派的企业秘书', en: 'the secretary assigned today' },
    may: { read: ofFirms, assign: { manager: 'zone' }, export: exported },
    why: { zh: '全区看得到找谁；由管理者指派。', en: 'Everybody sees whom to ask; a manager assigns.' },
  },
  Visit: {
    named: { zh: '走访', en: 'Visit' },
    tied: { zh: '今日指派的企业秘书', en: 'the secretary assigned today' },
    may: {
      read: ofFirms,
      create: { manager: 'zone', secretary: 'assigned' },
      update: { manager: 'zone', secretary: 'assigned' },
      export: exported,
    },
    why: { zh: '走访由指派的人记录。', en: 'Who is assigned records the visit.' },
  },
  ServiceRequest: {
    named: { zh: '诉求', en: 'Service request' },
    tied: { zh: '今日指派的企业秘书', en: 'the secretary assigned today' },
    may: {
      read: ofFirms,
      create: { manager: 'zone', secretary: 'assigned' },
      update: { manager: 'zone', secretary: 'assigned' },
      assign: { manager: 'zone' },
      export: exported,
    },
    why: { zh: '诉求由指派的人登记和办理。', en: 'Who is assigned takes it and follows it.' },
  },
  File: {
    named: { zh: '附件', en: 'File' },
    tied: { zh: '所属记录的经办范围；删除：上传人', en: 'who works on its record; to remove: who attached it' },
    may: {
      read: ofContracts,
      create: { manager: 'zone', officer: 'scope', secretary: 'assigned' },
      delete: { manager: 'zone', officer: 'own', secretary: 'own' },
      export: exported,
    },
    why: {
      zh: '看得到记录就看得到附件；撤下的附件连同理由保留。',
      en: 'Who sees the record sees its files. A removed file is kept with its reason.',
    },
  },
  Approval: {
    named: { zh: '审批', en: 'Approval' },
    tied: {
      zh: '申请人、审批人，以及看得到所属合同的人',
      en: 'who asked, who signs, and who sees its contract',
    },
    may: {
      read: { manager: 'zone', officer: 'signed', secretary: 'assigned', auditor: 'zone' },
      update: { manager: 'zone', officer: 'own', secretary: 'own' },
      approve: { manager: 'zone' },
    },
    why: {
      zh: '没有人审批自己提出的事；接口密钥做的事算在创建它的人名下。',
      en: 'Nobody approves what they asked for. What a key does counts as done by its maker.',
    },
  },
} as const satisfies Record<string, SubjectPermissions>;
