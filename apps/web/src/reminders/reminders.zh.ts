import type { Reminder } from '@crm/api-contract/reminders';
import type { Status } from './useReminders.js';
import type { Group } from './words.js';

export const remindersZh = {
  reminders: {
    title: '提醒',
    open: '%{smart_count} 未处理',
    all: '全部',
    tabs: { open: '待处理', snoozed: '稍后', done: '已办' } satisfies Record<Status, string>,
    groups: { today: '今天', week: '本周', earlier: '更早' } satisfies Record<Group, string>,
    rule: {
      commitment: { due: { ahead: '承诺将到期', overdue: '承诺已逾期' } },
      actuals: { missing: { ahead: '年度数据待填报', overdue: '年度数据缺报' } },
      milestone: { due: { ahead: '里程碑将到期', overdue: '里程碑已逾期' } },
      lead: {
        unanswered: { ahead: '新线索待首次联系', overdue: '新线索逾期未联系' },
        'next-step': { ahead: '线索下一步到期', overdue: '线索下一步已逾期' },
      },
      approval: { waiting: { ahead: '审批待您办理', overdue: '审批逾期未办' } },
      contract: { expiring: { ahead: '合同将到期', overdue: '合同已到期' } },
      support: { expiring: { ahead: '扶持条款将到期', overdue: '扶持条款已到期' } },
      pace: { behind: { ahead: '进度落后，请过问', overdue: '进度落后，请过问' } },
      import: {
        done: { checked: '核对完成，等您确认', committed: '导入完成', reverted: '撤销完成', failed: '没有导入' },
      },
      digest: '%{smart_count} 项已逾期',
      other: { ahead: '将到期', overdue: '已逾期' },
    },
    about: {
      commitment: { due: '%{enterprise}，%{year} 年%{indicator} %{required} %{unit}' },
      actuals: { missing: '%{enterprise}，%{year} 年%{indicators}' },
      milestone: { due: '%{enterprise}，%{milestone}' },
      lead: { unanswered: '%{enterprise}，%{reportedOn} 登记', 'next-step': '%{enterprise}，%{nextStep}' },
      approval: { waiting: '%{enterprise}，%{requestedBy} 提请%{approval}' },
      contract: { expiring: '%{enterprise}，期限至 %{endsOn}' },
      support: { expiring: '%{enterprise}，%{clause}，至 %{endsOn}' },
      pace: { behind: '%{subject} %{year} 年 %{month} 月%{indicator}，落后 %{percent} %' },
      import: { done: '%{import}，%{rows} 行，有误 %{invalid} 行' },
      digest: '逾期较久的合并在一条里，打开看明细',
    },
    join: '、',
    late: '逾期 %{smart_count} 天',
    today: '今天到期',
    left: '还有 %{smart_count} 天',
    until: '%{day} 再提醒',
    doneOn: '%{day} 已办',
    withdrawn: { settled: '%{day} 收回：已不再到期', 'handed-on': '%{day} 收回：已由他人接手' } satisfies Record<
      NonNullable<Reminder['withdrawn']>,
      string
    >,
    act: { open: '打开', list: '看明细', done: '已办', later: '稍后', reopen: '重新打开' },
    snooze: { title: '什么时候再提醒', tomorrow: '明天', monday: '下周一', day: '选一天', save: '到时再提醒' },
    said: { done: '已办：%{title}', snoozed: '%{day} 再提醒', reopened: '已重新打开' },
    empty: { open: '没有未办的提醒', snoozed: '没有推后的提醒', done: '还没有办过的提醒' } satisfies Record<
      Status,
      string
    >,
    emptyWhy: '承诺、里程碑、填报和线索到期时，会在这里提醒您',
    keys: '↑ ↓ 选择，O 打开，D 已办，S 稍后',
  },
};
