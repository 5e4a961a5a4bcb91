import { createElement, lazy } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const ApiKeyList = worded(() => import('./ApiKeyList.js'));
const UserList = worded(() => import('./UserList.js'));

/** Drawn before anybody is signed in, with the first words alone. */
export const LoginPage = lazy(() => import('./LoginPage.js'));

/** 接口密钥: programs that report figures. */
export const accessRoom: Room = {
  name: 'access',
  menu: [
    { path: '/settings/users', label: 'access.users.title', icon: 'lock', group: 'system', needs: ['manage', 'User'] },
    {
      path: '/settings/api-keys',
      label: 'access.keys.title',
      icon: 'lock',
      group: 'system',
      needs: ['manage', 'ApiKey'],
    },
  ],
  routes: [
    { path: '/settings/users', element: createElement(UserList), needs: ['manage', 'User'] },
    { path: '/settings/api-keys', element: createElement(ApiKeyList), needs: ['manage', 'ApiKey'] },
  ],
};
