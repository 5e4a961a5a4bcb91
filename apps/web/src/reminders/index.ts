import { createElement, lazy } from 'react';
import type { Room } from '../room.js';
import { ReminderCount } from './ReminderCount.js';
import { RemindersHomeCard } from './RemindersHomeCard.js';
import { useOpenCount } from './useReminders.js';

const RemindersPage = lazy(() => import('./RemindersPage.js'));

/** 提醒: the bell, its drawer, the page, and the card on the home page. */
export const remindersRoom: Room = {
  name: 'reminders',
  menu: [{ path: '/reminders', label: 'reminders.title', icon: 'bell', needs: ['read', 'Reminder'], Count: ReminderCount, phone: 3 }],
  routes: [{ path: '/reminders', element: createElement(RemindersPage), needs: ['read', 'Reminder'] }],
  HomeCard: RemindersHomeCard,
  inbox: { useOpenCount, Content: lazy(() => import('./Inbox.js')) },
};
