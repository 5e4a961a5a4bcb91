import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';
import { ReminderCount } from './ReminderCount.js';
import { useOpenCount } from './useReminders.js';

const RemindersPage = worded(
  () => import('./RemindersPage.js'),
  'approvals',
  'contracts',
  'imports',
  'indicators',
  'lights',
  'progress',
  'reminders',
);

/** 提醒: the bell, its drawer, the page, and the card on the home page. */
export const remindersRoom: Room = {
  name: 'reminders',
  menu: [
    {
      path: '/reminders',
      label: 'menu.reminders',
      icon: 'bell',
      needs: ['read', 'Reminder'],
      Count: ReminderCount,
      phone: 3,
    },
  ],
  routes: [{ path: '/reminders', element: createElement(RemindersPage), needs: ['read', 'Reminder'] }],
  HomeCard: worded(
    () => import('./RemindersHomeCard.js'),
    'approvals',
    'contracts',
    'imports',
    'indicators',
    'lights',
    'progress',
    'reminders',
  ),
  inbox: {
    useOpenCount,
    Content: worded(
      () => import('./Inbox.js'),
      'approvals',
      'contracts',
      'imports',
      'indicators',
      'lights',
      'progress',
      'reminders',
    ),
  },
};
