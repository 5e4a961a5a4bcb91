export const secretariesZh = {
  secretaries: {
    title: '企业秘书',
    caption: '每家企业每一天都有且只有一位主责秘书',
    firms: '企业', firmsUnit: '家', projects: '项目', projectsUnit: '个', people: '秘书', peopleUnit: '人', each: '人均企业', withoutPrimary: '无主责秘书',
    find: '企业', role: '角色', secretary: '秘书', since: '起', assignments: '当前指派',
    roles: { primary: '主责', deputy: '协助', specialist: '专业' },
    assign: '指派秘书', assigned: '已指派', handOver: '交接', handedOver: '已交接', handOverOf: '交接 %{firm}', to: '交给', fromDay: '起始日', handOverNote: '前任到前一天为止，后任看到全部经过；任何一天都不会没有或有两位主责秘书。',
    none: '还没有指派', noneWhy: '指派以后，秘书登录就能看到企业和它的承诺',
    mine: '我的企业', mineNone: '还没有指派给您的企业', mineNoneWhy: '请管委会领导在「企业秘书」里指派',
    promised: '承诺', investment: '固投', output: '产值', tax: '税收', verdict: '履约',
  },
};
