import { createElement, lazy } from 'react';
import { Gate } from '../frame/Gate.js';
import { Moved } from '../frame/Moved.js';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const ApiKeyList = worded(() => import('./ApiKeyList.js'));
const needsKeys = ['manage', 'ApiKey'] as const;

/** Shown before anybody has signed in, with only the first words loaded. */
export const LoginPage = lazy(() => import('./LoginPage.js'));

/** 接口密钥: programs that report figures. */
export const accessRoom: Room = {
  name: 'access',
  menu: [{ path: '/api-keys', label: 'access.keys.title', icon: 'lock', group: 'system', needs: needsKeys }],
  resources: [
    // A key is made and revoked beside the list; it is shown once and never changed.
    {
      name: 'api-keys',
      list: createElement(Gate, { needs: needsKeys, children: createElement(ApiKeyList) }),
      recordRepresentation: 'name',
    },
  ],
  // Links of earlier releases.
  routes: [{ path: '/settings/api-keys', element: createElement(Moved, { to: '/api-keys' }) }],
};
