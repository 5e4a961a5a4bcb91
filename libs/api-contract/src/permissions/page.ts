import { ROLES, type Action, type Reach, type Reaches, type SubjectPermissions } from './subjects.js';
import { permissions } from './table.js';

type Language = 'zh' | 'en';

const roles = ROLES.filter((role) => role !== 'admin');

const roleNames: Readonly<Record<Language, Readonly<Record<(typeof roles)[number], string>>>> = {
  zh: { manager: '管理者', officer: '招商专员', secretary: '企业秘书', auditor: '审计员' },
  en: { manager: 'manager', officer: 'officer', secretary: 'secretary', auditor: 'auditor' },
};
const reachNames: Readonly<Record<Language, Readonly<Record<Reach, string>>>> = {
  zh: { zone: '全区', signed: '已签+范围', scope: '范围', assigned: '指派', own: '本人' },
  en: { zone: 'zone', signed: 'signed, scope', scope: 'scope', assigned: 'assigned', own: 'own' },
};
const actionNames: Readonly<Record<Language, Readonly<Record<Action, string>>>> = {
  zh: {
    read: '读',
    create: '新建',
    update: '修改',
    delete: '删除',
    lose: '判为流失',
    transfer: '转出',
    correct: '更正',
    sign: '签署',
    approve: '批准',
    verify: '核实',
    decide: '决定',
    assign: '指派',
    import: '导入',
    export: '导出',
    unmask: '查看号码',
    erase: '清除个人信息',
    choose: '选用',
    merge: '合并',
    manage: '管理',
  },
  en: {
    read: 'read',
    create: 'create',
    update: 'update',
    delete: 'delete',
    lose: 'give up',
    transfer: 'hand on',
    correct: 'correct',
    sign: 'sign',
    approve: 'approve',
    verify: 'verify',
    decide: 'decide',
    assign: 'assign',
    import: 'import',
    export: 'export',
    unmask: 'see whole',
    erase: 'erase persons',
    choose: 'choose',
    merge: 'merge',
    manage: 'manage',
  },
};

/** Marks the subjects whose readings stand in the audit trail. */
const TOLD = '✎';

const heads: Readonly<Record<Language, readonly string[]>> = {
  zh: ['对象', ...roles.map((role) => roleNames.zh[role]), '与谁相关', '为什么'],
  en: ['Subject', ...roles.map((role) => roleNames.en[role]), 'Tied to', 'Why'],
};

/** The table in one language, for docs/permissions.md: a row for each subject, in each cell verb and reach. */
export function permissionsTable(language: Language): string {
  const rows = Object.values<SubjectPermissions>(permissions).map((row) => [
    `${row.named[language]}${row.told ? ` ${TOLD}` : ''}`,
    ...roles.map((role) => cell(row, role, language)),
    row.tied?.[language] ?? '—',
    row.why[language],
  ]);
  return [heads[language], heads[language].map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Verbs of one reach together: “全区：读、新建”. */
function cell({ may }: SubjectPermissions, role: (typeof roles)[number], language: Language): string {
  const verbs = new Map<Reach, string[]>();
  for (const [action, reaches] of Object.entries(may) as [Action, Reaches][]) {
    const reach = reaches[role];
    if (reach) verbs.set(reach, [...(verbs.get(reach) ?? []), actionNames[language][action]]);
  }
  const [colon, comma, between] = language === 'zh' ? ['：', '、', '；'] : [': ', ', ', '; '];
  return (
    [...verbs].map(([reach, names]) => `${reachNames[language][reach]}${colon}${names.join(comma)}`).join(between) ||
    '—'
  );
}
