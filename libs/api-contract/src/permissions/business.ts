import { contracts } from './contracts.js';
import { firms } from './firms.js';
import { exported, ofContracts, ofFirms, workingOnIt } from './reaches.js';
import type { SubjectPermissions } from './subjects.js';

/** Every subject of the business. The order is that of docs/permissions.md. */
export const business = {
  ...firms,
  ...contracts,
  PaceTarget: {
    named: { zh: '进度目标', en: 'Pace target' },
    told: true,
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
    told: true,
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
    told: true,
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
    told: true,
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
