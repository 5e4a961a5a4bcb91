import type { Reaches, SubjectPermissions } from './subjects.js';

const everybody: Reaches = { manager: 'zone', officer: 'zone', secretary: 'zone', auditor: 'zone' };

const reference = {
  zh: '人人要用的基础数据；由系统管理员维护。',
  en: 'Reference data that everybody uses; an administrator keeps it.',
};

/** Reference data, people, rules, and the personal inbox. */
export const administration = {
  Park: { named: { zh: '园区', en: 'Park' }, may: { read: everybody, create: {}, update: {} }, why: reference },
  Industry: {
    named: { zh: '产业与产业链', en: 'Industry and chain' },
    may: { read: everybody, create: {}, update: {} },
    why: reference,
  },
  Configuration: {
    named: { zh: '基础数据与规则文件', en: 'File of reference data and rules' },
    may: { read: {}, update: {} },
    why: {
      zh: '一个文件改动全部基础数据，只由系统管理员导出和导入。',
      en: 'One file changes all reference data, so an administrator alone exports and takes it.',
    },
  },
  ProvincialStandard: {
    named: { zh: '省定标准', en: 'Provincial standard' },
    may: { read: everybody, create: {} },
    why: reference,
  },
  AssessmentDefault: {
    named: { zh: '容差', en: 'Tolerance' },
    may: { read: everybody, update: {} },
    why: reference,
  },
  WorkingDay: { named: { zh: '工作日', en: 'Working day' }, may: { read: everybody, update: {} }, why: reference },
  LightBands: {
    named: { zh: '亮灯区间', en: 'Light bands' },
    may: { read: everybody, update: {} },
    why: reference,
  },
  EvaluationFormula: {
    named: { zh: '评价公式', en: 'Evaluation formula' },
    may: { read: everybody, update: {} },
    why: reference,
  },
  ChecklistItem: {
    named: { zh: '条款清单', en: 'Clause checklist' },
    may: { read: everybody, create: {}, update: {} },
    why: reference,
  },
  CheckUpLimit: {
    named: { zh: '体检门槛', en: 'Check-up limits' },
    may: { create: {} },
    why: reference,
  },
  ApprovalPolicy: {
    named: { zh: '审批政策', en: 'Approval policy' },
    may: { read: { manager: 'zone', officer: 'zone', auditor: 'zone' }, update: {} },
    why: {
      zh: '申请前看得到要经过几级；由系统管理员修改。',
      en: 'Who asks sees how many levels there are; an administrator changes them.',
    },
  },
  Department: { named: { zh: '部门', en: 'Department' }, may: { read: everybody, manage: {} }, why: reference },
  User: {
    named: { zh: '用户', en: 'User' },
    may: { read: {}, choose: { manager: 'zone', officer: 'zone', auditor: 'zone' }, manage: {} },
    why: {
      zh: '谁有什么角色由系统管理员看和管；别人只选名字，用来筛选、转交和指派。',
      en: 'An administrator sees and keeps accounts and roles. Others choose a name: to filter, to hand on, to assign.',
    },
  },
  Session: {
    named: { zh: '会话', en: 'Session' },
    may: { manage: {} },
    why: {
      zh: '系统管理员看得到并可结束任何人的登录；自己的，人人看得到也可结束。',
      en: 'An administrator sees and ends those of everybody. One’s own, everybody sees and ends.',
    },
  },
  ApiKey: {
    named: { zh: '接口密钥', en: 'API key' },
    may: { manage: {} },
    why: {
      zh: '由系统管理员发放；密钥做的事算在创建它的人名下。',
      en: 'An administrator issues them; what a key does counts as done by its maker.',
    },
  },
  Reminder: {
    named: { zh: '提醒', en: 'Reminder' },
    tied: { zh: '收件人', en: 'its recipient' },
    may: {
      read: { manager: 'own', officer: 'own', secretary: 'own' },
      update: { manager: 'own', officer: 'own', secretary: 'own' },
    },
    why: { zh: '各人的收件箱。', en: 'Each person’s own inbox.' },
  },
  ReminderRule: {
    named: { zh: '提醒规则', en: 'Reminder rule' },
    may: { read: { manager: 'zone', auditor: 'zone' }, update: {} },
    why: reference,
  },
  Import: {
    named: { zh: '导入', en: 'Import' },
    tied: { zh: '上传人', en: 'who uploaded it' },
    may: {
      read: { manager: 'zone', officer: 'scope', auditor: 'zone' },
      import: { manager: 'zone', officer: 'scope' },
    },
    why: {
      zh: '表格里可能有别人的数据；上传人及其数据范围内的同事处理。',
      en: 'A sheet may hold what others do not see: its uploader and colleagues in scope handle it.',
    },
  },
  AuditEntry: {
    named: { zh: '审计记录', en: 'Audit entry' },
    told: true,
    may: {
      read: { auditor: 'zone' },
      unmask: { auditor: 'zone' },
      export: { auditor: 'zone' },
      erase: { auditor: 'zone' },
    },
    why: {
      zh: '审计独立于业务：管理者看不到审计，审计员不改业务。',
      en: 'Audit stands apart from business: managers do not read it, auditors change nothing.',
    },
  },
  SystemHealth: {
    named: { zh: '系统状况', en: 'System health' },
    may: { read: { auditor: 'zone' } },
    why: {
      zh: '旁人只须知道服务是否可用；细节给管理系统和审计的人。',
      en: 'Strangers need to know only whether it serves; the details are for who runs and who audits it.',
    },
  },
} as const satisfies Record<string, SubjectPermissions>;
