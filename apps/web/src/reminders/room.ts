import { createElement } from 'react';
import { Gate } from '../frame/Gate.js';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';
import { ReminderCount } from './ReminderCount.js';
import { useOpenCount } from './useReminders.js';

const ReminderList = worded(
  () => import('./ReminderList.js'),
  'approvals',
  'contracts',
  'imports',
  'indicators',
  'lights',
  'progress',
  'reminders',
);

const RulesPage = worded(
  () => import('./rules/RulesPage.js'),
  'approvals',
  'contracts',
  'imports',
  'indicators',
  'lights',
  'progress',
  'reminder-rules',
  'reminders',
);

const needs = ['read', 'Reminder'] as const;
const needsRules = ['read', 'ReminderRule'] as const;

/** 提醒: the bell, its drawer, the page, and the card on the home page. */
export const remindersRoom: Room = {
  name: 'reminders',
  menu: [
    {
      path: '/reminders',
      label: 'menu.reminders',
      icon: 'bell',
      needs,
      Count: ReminderCount,
      phone: 3,
    },
    {
      path: '/reminder-rules',
      label: 'menu.reminderRules',
      icon: 'clock',
      group: 'system',
      needs: needsRules,
    },
  ],
  resources: [{ name: 'reminders', list: createElement(Gate, { needs, children: createElement(ReminderList) }) }],
  routes: [{ path: '/reminder-rules', element: createElement(RulesPage), needs: needsRules }],
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
