import type { Twin } from '../i18n/shape.js';
import type { remindersZh } from './reminders.zh.js';

export const remindersEn: Twin<typeof remindersZh> = {
  reminders: {
    title: 'Reminders',
    open: '%{smart_count} open',
    all: 'All',
    tabs: { open: 'Open', snoozed: 'Later', done: 'Done' },
    groups: { today: 'Today', week: 'This week', earlier: 'Earlier' },
    rule: {
      commitment: { due: { ahead: 'Commitment due', overdue: 'Commitment overdue' } },
      actuals: { missing: { ahead: 'Annual figures to be reported', overdue: 'Annual figures missing' } },
      milestone: { due: { ahead: 'Milestone due', overdue: 'Milestone overdue' } },
      lead: {
        unanswered: { ahead: 'New lead needs a follow-up', overdue: 'New lead without a follow-up' },
        'next-step': { ahead: 'Next step of a lead is due', overdue: 'Next step of a lead is overdue' },
      },
      approval: { waiting: { ahead: 'Approval waiting for you', overdue: 'Approval overdue' } },
      contract: { expiring: { ahead: 'Contract expiring', overdue: 'Contract expired' } },
      support: { expiring: { ahead: 'Support clause expiring', overdue: 'Support clause expired' } },
      pace: {
        behind: { ahead: 'Behind the plan, needs attention', overdue: 'Behind the plan, needs attention' },
      },
      import: {
        done: {
          checked: 'Checked, waiting for your confirmation',
          committed: 'Import done',
          reverted: 'Import reverted',
          failed: 'Not imported',
        },
      },
      digest: '%{smart_count} overdue',
      other: { ahead: 'Due', overdue: 'Overdue' },
    },
    about: {
      commitment: { due: '%{enterprise}: %{indicator} %{year}, %{required} %{unit}' },
      actuals: { missing: '%{enterprise}: %{indicators} %{year}' },
      milestone: { due: '%{enterprise}: %{milestone}' },
      lead: { unanswered: '%{enterprise}, created %{reportedOn}', 'next-step': '%{enterprise}: %{nextStep}' },
      approval: { waiting: '%{enterprise}: %{approval}, requested by %{requestedBy}' },
      contract: { expiring: '%{enterprise}, term ends on %{endsOn}' },
      support: { expiring: '%{enterprise}, %{clause}, until %{endsOn}' },
      pace: { behind: '%{subject}, %{year} month %{month}, %{indicator}: %{percent} % behind' },
      import: { done: '%{import}: %{rows} row(s), %{invalid} faulty' },
      digest: 'Overdue items in one reminder; open it to see the list',
    },
    join: ', ',
    late: '%{smart_count} day overdue ||||%{smart_count} days overdue',
    today: 'Due today',
    left: '%{smart_count} day left ||||%{smart_count} days left',
    until: 'Again on %{day}',
    doneOn: 'Done %{day}',
    withdrawn: { settled: 'Withdrawn %{day}: no longer due', 'handed-on': 'Withdrawn %{day}: handed on' },
    act: { open: 'Open', list: 'Show list', done: 'Done', later: 'Later', reopen: 'Reopen' },
    snooze: {
      title: 'Remind me again',
      tomorrow: 'Tomorrow',
      monday: 'Next Monday',
      day: 'Choose a day',
      save: 'Remind me then',
    },
    said: { done: 'Done: %{title}', snoozed: 'You will be reminded on %{day}', reopened: 'Open again' },
    empty: { open: 'No open reminders', snoozed: 'Nothing snoozed', done: 'Nothing done yet' },
    emptyWhy: 'Reminders of commitments, milestones, figures and leads appear here',
    keys: '↑ ↓ choose, O open, D done, S later',
  },
};
