import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { ReminderRows } from './ReminderRows.js';
import { LISTED, useCounts, useReminders, type Status } from './useReminders.js';
import './reminders.css';

const statuses: readonly Status[] = ['open', 'snoozed', 'done'];

/** 待处理, 稍后, 已办: in the drawer and on the page. */
export function ReminderTabs({ inDrawer = false, onLeave }: { inDrawer?: boolean; onLeave?: () => void }) {
  const translate = useTranslate();
  const counts = useCounts();
  const [status, setStatus] = useState<Status>('open');
  const { data, error, refetch } = useReminders(status);
  return (
    <div className="reminders">
      <CountTabs
        value={status}
        label={translate('reminders.title')}
        onChange={setStatus}
        tabs={statuses.map((value) => ({ value, label: translate(`reminders.tabs.${value}`), count: counts?.[value] }))}
      />
      {error && !data ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonTable rows={6} rowHeight={72} />
      ) : data.data.length === 0 ? (
        <EmptyState icon="bell" title={translate(`reminders.empty.${status}`)} why={translate('reminders.emptyWhy')} />
      ) : (
        <ReminderRows key={status} reminders={data.data} inDrawer={inDrawer} onLeave={onLeave} />
      )}
      {data && data.total > LISTED && (
        <p className="t-cap remmore">{translate('reminders.more', { smart_count: LISTED })}</p>
      )}
    </div>
  );
}
