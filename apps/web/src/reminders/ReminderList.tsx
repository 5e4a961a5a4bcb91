import { useTranslate } from 'ra-core';
import { Card, PageHead } from '../parts/layout/Card.js';
import { ReminderTabs } from './ReminderTabs.js';

export default function ReminderList() {
  const translate = useTranslate();
  return (
    <>
      <PageHead title={translate('reminders.title')} caption={translate('reminders.keys')} />
      <Card flush>
        <ReminderTabs />
      </Card>
    </>
  );
}
