import type { Verdict } from '@crm/domain/commitments';

export const partsZh = {
  parts: {
    print: { action: '打印', by: '打印 %{at} %{name}' },
    verdict: {
      met: '达标',
      warning: '预警',
      breach: '不达标',
      'no-data': '未填报',
      'not-due': '未到期',
      waived: '豁免',
    } satisfies Record<Verdict, string>,
    unit: { wan: '万元', yi: '亿元', mu: '亩', perMu: '万元/亩', percent: '%', kb: 'KB', exactYuan: '%{yuan} 元' },
    money: { counts: 'wan', wan: '万元', yi: '亿元', perMu: '万元/亩' },
    day: {
      form: '年-月-日',
      calendar: '打开日历',
      how: '看不懂这个日期。请写成 2026-11-30',
      min: '不能早于 %{min}',
      max: '不能晚于 %{max}',
    },
    amount: {
      howMoney: '看不懂这个数。可以写 3.2 亿、32,000 或 5000 元',
      howArea: '看不懂这个面积。可以写 36.04、24,023.52 ㎡ 或 2.5 公顷',
      howNumber: '看不懂这个数。请填数字，例如 989.55',
      locked: '已锁定',
    },
    gauge: {
      promised: '承诺',
      actual: '实绩',
      standard: '省定标准',
      notSet: '不设',
      said: '承诺 %{promised}，实绩 %{actual}，标准 %{standard} 万元/亩，承诺为标准的 %{percent}',
    },
    filter: { all: '全部', clear: '清除', cut: '太长，只按前 %{most} 个字查找' },
    list: {
      total: '共 %{total} 条',
      atLeast: '%{total} 条以上',
      noneMatch: '没有符合条件的记录',
      noneMatchWhy: '换个条件，或清除筛选看全部',
    },
    paste: { filled: '已粘贴 %{smart_count} 格', undo: '撤回粘贴', unread: '%{smart_count} 格看不懂，已标红' },
    join: '、',
    and: '，',
    waiting: '载入中',
    error: { retry: '重试', trace: '编号 %{trace}' },
    unsaved: {
      title: '有内容还没有保存',
      lost: '现在离开，刚填的内容就没有了。',
      kept: '现在离开，刚填的内容会作为草稿留在这台电脑上，下次打开可以恢复。',
      stay: '继续填写',
      leave: '离开，不保存',
    },
    draft: {
      of: '有一份 %{at} 的草稿',
      restore: '恢复',
      discard: '丢弃',
      outdated: '这条记录在那以后改过，恢复后请核对。',
      where:
        '草稿只存在这台电脑的浏览器里：只存改过的内容，不存联系人的姓名和电话；最多 7 天，保存或退出登录后就删除。',
    },
    conflict: {
      title: '别人先保存了',
      caption: '%{smart_count} 处不同，您填的都还在',
      field: '字段',
      yours: '您填的',
      theirs: '现在的',
      changedBy: '改动人',
      save: '按所选保存',
      back: '返回编辑',
    },
  },
};
