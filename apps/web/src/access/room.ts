import { createElement, lazy } from 'react';
import { Gate } from '../frame/Gate.js';
import { Moved } from '../frame/Moved.js';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const ApiKeyList = worded(() => import('./ApiKeyList.js'));
const UserList = worded(() => import('./UserList.js'));
const needsUsers = ['manage', 'User'] as const;
const needsKeys = ['manage', 'ApiKey'] as const;

/** Shown before anybody has signed in, with only the first words loaded. */
export const LoginPage = lazy(() => import('./LoginPage.js'));

/** 用户 and 接口密钥: who may sign in, and programs that report figures. */
export const accessRoom: Room = {
  name: 'access',
  menu: [
    { path: '/users', label: 'access.users.title', icon: 'lock', group: 'system', needs: needsUsers },
    { path: '/api-keys', label: 'access.keys.title', icon: 'lock', group: 'system', needs: needsKeys },
  ],
  resources: [
    {
      name: 'users',
      list: createElement(Gate, { needs: needsUsers, children: createElement(UserList) }),
      recordRepresentation: 'name',
    },
    // A key is made and revoked beside the list; it is shown once and never changed.
    {
      name: 'api-keys',
      list: createElement(Gate, { needs: needsKeys, children: createElement(ApiKeyList) }),
      recordRepresentation: 'name',
    },
  ],
  // Links of earlier releases.
  routes: [
    { path: '/settings/users', element: createElement(Moved, { to: '/users' }) },
    { path: '/settings/api-keys', element: createElement(Moved, { to: '/api-keys' }) },
  ],
};
