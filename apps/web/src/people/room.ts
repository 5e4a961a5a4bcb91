import { createElement } from 'react';
import { Gate } from '../frame/Gate.js';
import { Moved } from '../frame/Moved.js';
import type { Room } from '../frame/room.js';
import { worded } from '../providers/i18nProvider.js';

const PeoplePage = worded(() => import('./PeoplePage.js'), 'people');
const ProfilePage = worded(() => import('./ProfilePage.js'), 'people');
const PasswordFirst = worded(() => import('./PasswordFirst.js'), 'people');
const needs = ['manage', 'User'] as const;

/** 人员与部门, 我的账号, and the page that asks for the first own password. */
export const peopleRoom: Room = {
  name: 'people',
  menu: [{ path: '/users', label: 'menu.people', icon: 'person', group: 'system', needs }],
  resources: [
    {
      name: 'users',
      list: createElement(Gate, { needs, children: createElement(PeoplePage) }),
      recordRepresentation: 'name',
    },
  ],
  routes: [
    { path: '/profile', element: createElement(ProfilePage) },
    { path: '/settings/users', element: createElement(Moved, { to: '/users' }) },
  ],
  PasswordFirst,
};
