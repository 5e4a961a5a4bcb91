import type { Reminder } from '@crm/api-contract/reminders';
import { ListBase, useTranslate } from 'ra-core';
import { useState } from 'react';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { ListRows } from '../parts/tables/ListCard.js';
import { ReminderRows } from './ReminderRows.js';
import { LISTED, useCounts, type Status } from './useReminders.js';
import './reminders.css';

const statuses: readonly Status[] = ['open', 'snoozed', 'done'];
const newest = { field: 'createdAt', order: 'DESC' } as const;

/**
 * 待处理, 稍后, 已办: in the drawer and on the page. The drawer opens above any page, so the address stays as it is.
 */
export function ReminderTabs({ inDrawer = false, onLeave }: { inDrawer?: boolean; onLeave?: () => void }) {
  const translate = useTranslate();
  const counts = useCounts();
  const [status, setStatus] = useState<Status>('open');
  return (
    <div className="reminders">
      <CountTabs
        value={status}
        label={translate('reminders.title')}
        onChange={setStatus}
        tabs={statuses.map((value) => ({ value, label: translate(`reminders.tabs.${value}`), count: counts?.[value] }))}
      />
      <ListBase
        key={status}
        resource="reminders"
        filter={{ status }}
        sort={newest}
        perPage={LISTED}
        storeKey={false}
        disableSyncWithLocation
      >
        <ListRows<Reminder>
          label={translate('reminders.title')}
          cards={(reminders) => (
            <ReminderRows key={status} reminders={reminders} inDrawer={inDrawer} onLeave={onLeave} />
          )}
          empty={{
            icon: 'bell',
            title: translate(`reminders.empty.${status}`),
            why: translate('reminders.emptyWhy'),
          }}
          skeletonRows={6}
          rowHeight={72}
        />
      </ListBase>
    </div>
  );
}
