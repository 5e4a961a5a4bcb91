import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Icon } from '../parts/marks/Icon.js';
import { Tag } from '../parts/marks/Tag.js';
import { ReminderTabs } from './ReminderTabs.js';
import { useCounts } from './useReminders.js';

/** The drawer that the bell opens. */
export default function Inbox({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const counts = useCounts();
  return (
    <>
      <div className="drawerhead">
        <h2>{translate('reminders.title')}</h2>
        {counts && <Tag>{translate('reminders.open', { smart_count: counts.open })}</Tag>}
        <span className="spacer" />
        <Link to="/reminders" onClick={onClose}>
          {translate('reminders.all')}
        </Link>
        <IconButton aria-label={translate('ra.action.close')} onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
      <div className="drawerbody flush">
        <ReminderTabs inDrawer onLeave={onClose} />
      </div>
      <div className="drawerfoot remkeys caption">{translate('reminders.keys')}</div>
    </>
  );
}
