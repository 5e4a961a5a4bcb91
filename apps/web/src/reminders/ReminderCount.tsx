import { useCounts } from './useReminders.js';

export function ReminderCount() {
  const open = useCounts()?.open;
  return open ? <>{open}</> : null;
}
