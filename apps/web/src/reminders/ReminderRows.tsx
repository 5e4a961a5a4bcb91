import type { Reminder } from '@crm/api-contract/reminders';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { dayOf } from '../parts/text/days.js';
import { ReminderRow } from './ReminderRow.js';
import { SnoozePopover } from './SnoozePopover.js';
import { useMove } from './useReminders.js';
import { useKeys } from '../parts/keys/useKeys.js';
import { groupOf, titleOf, type Group } from './words.js';

const groups: readonly Group[] = ['today', 'week', 'earlier'];

/** One row is selected and shows its actions; ↑ ↓ select, O D S act. */
export function ReminderRows({
  reminders,
  inDrawer,
  onLeave,
}: {
  reminders: readonly Reminder[];
  inDrawer: boolean;
  onLeave?: () => void;
}) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const move = useMove();
  const [today] = useState(() => dayOf(new Date()));
  const [chosenId, choose] = useState<string | null>(null);
  const [listed, setListed] = useState<string | null>(null);
  const [snoozing, setSnoozing] = useState<{ reminder: Reminder; anchor: HTMLElement } | null>(null);
  // When the selected row is done, the first row is selected.
  const chosen = reminders.find(({ id }) => id === chosenId) ?? reminders[0];

  const open = (reminder: Reminder) => {
    if (!reminder.link) return setListed(listed === reminder.id ? null : reminder.id);
    onLeave?.();
    void navigate(reminder.link);
  };
  const done = (reminder: Reminder) =>
    reminder.status !== 'done' &&
    move.mutate({
      id: reminder.id,
      verb: 'done',
      said: translate('reminders.said.done', { title: titleOf(reminder, today, translate) }),
    });
  const reopen = (reminder: Reminder) =>
    move.mutate({ id: reminder.id, verb: 'reopen', said: translate('reminders.said.reopened') });
  const later = (reminder: Reminder, anchor: HTMLElement | null) =>
    reminder.status !== 'done' && anchor && setSnoozing({ reminder, anchor });
  const step = (by: number) => {
    const next = reminders[reminders.findIndex(({ id }) => id === chosen?.id) + by];
    if (!next) return;
    choose(next.id);
    document.getElementById(`reminder-${next.id}`)?.focus();
  };
  useKeys(
    snoozing
      ? {}
      : {
          ArrowDown: () => step(1),
          ArrowUp: () => step(-1),
          o: () => chosen && open(chosen),
          d: () => chosen && done(chosen),
          s: () => chosen && later(chosen, document.getElementById(`reminder-${chosen.id}`)),
        },
    { inDialog: inDrawer },
  );

  return (
    <>
      {groups.map((group) => {
        const own = reminders.filter((reminder) => groupOf(reminder, today) === group);
        return (
          own.length > 0 && (
            <section key={group} aria-label={translate(`reminders.groups.${group}`)}>
              <h3 className="remgroup">
                {translate(`reminders.groups.${group}`)} <span className="count">{own.length}</span>
              </h3>
              <ul className="remlist">
                {own.map((reminder) => (
                  <ReminderRow
                    key={reminder.id}
                    reminder={reminder}
                    today={today}
                    chosen={reminder.id === chosen?.id}
                    listed={listed === reminder.id}
                    onChoose={() => choose(reminder.id)}
                    onOpen={() => open(reminder)}
                    onDone={() => done(reminder)}
                    onReopen={() => reopen(reminder)}
                    onLater={(anchor) => later(reminder, anchor)}
                    onLeave={onLeave}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {snoozing && (
        <SnoozePopover
          anchor={snoozing.anchor}
          today={today}
          onClose={() => setSnoozing(null)}
          onChoose={(until) => {
            move.mutate({
              id: snoozing.reminder.id,
              verb: 'snooze',
              until,
              said: translate('reminders.said.snoozed', { day: until }),
            });
            setSnoozing(null);
          }}
        />
      )}
    </>
  );
}
