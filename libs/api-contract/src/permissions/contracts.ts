import { exported, ofContracts, workingOnIt } from './reaches.js';
import type { SubjectPermissions } from './subjects.js';

/** Contracts, and what is promised and reported under them. */
export const contracts = {
  Contract: {
    named: { zh: '合同', en: 'Contract' },
    told: true,
    tied: workingOnIt,
    may: {
      read: ofContracts,
      create: { manager: 'zone', officer: 'zone' },
      update: { manager: 'zone', officer: 'scope' },
      correct: { manager: 'zone', officer: 'scope' },
      sign: { manager: 'zone' },
      approve: { manager: 'zone' },
      decide: { manager: 'zone' },
      export: { manager: 'zone', officer: 'signed' },
    },
    why: {
      zh: '已签合同是全区的承诺，平均数要能点开到每一行；草稿是起草人的工作底稿。草稿不产生义务，谁都可以起草，改动、送审、作废、提请更正限于经办范围；更正由另一人同意。',
      en: 'Signed contracts are the zone’s: each average opens its rows. A draft is a work paper of its drafter. It binds nobody, so anyone may begin one; changing, submitting, voiding and correcting it is for those who work on it. Another person agrees to a correction.',
    },
  },
  Parcel: {
    named: { zh: '地块', en: 'Parcel' },
    told: true,
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
    told: true,
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
    told: true,
    tied: workingOnIt,
    may: { read: ofContracts, create: { manager: 'zone', officer: 'scope' }, export: exported },
    why: {
      zh: '由经办范围内的人申请，另一人审批。',
      en: 'Asked for by those who work on it, decided by another person.',
    },
  },
  Commitment: {
    named: { zh: '承诺与处置条款', en: 'Commitment and consequence clauses' },
    told: true,
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
    told: true,
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
    told: true,
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
    told: true,
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
} as const satisfies Record<string, SubjectPermissions>;
