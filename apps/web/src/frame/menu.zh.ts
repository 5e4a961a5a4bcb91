/** Names of the rooms in menu and palette; the other words of a room are loaded with its pages. */
export const menuZh = {
  menu: {
    overview: '履约总览',
    missed: '未兑现承诺',
    contracts: '合同',
    approvals: '审批',
    policies: '审批权限',
    checklist: '条款清单设置',
    actuals: '实绩',
    progress: '项目推进',
    lights: '进度红绿灯',
    classes: '亩均评价',
    standards: '省定标准',
    secretaries: '企业秘书',
    enterprises: '企业',
    reminders: '提醒',
    imports: '导入',
    audit: '审计记录',
    zone: '园区设置',
    people: '人员与部门',
  },
};
