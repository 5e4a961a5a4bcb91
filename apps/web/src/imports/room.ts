import { createElement, lazy } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const ImportsPage = worded(() => import('./ImportsPage.js'), 'imports');
const ImportPage = worded(() => import('./ImportPage.js'), 'imports', 'indicators', 'standards');
const ImportNews = lazy(() => import('./ImportNews.js'));

/** 导入: upload → map → check → result. Each import has its own URL, so one can leave and return. */
export const importsRoom: Room = {
  name: 'imports',
  menu: [{ path: '/imports', label: 'menu.imports', icon: 'imports', group: 'data', needs: ['read', 'Import'] }],
  News: ImportNews,
  routes: [
    { path: '/imports', element: createElement(ImportsPage), needs: ['read', 'Import'] },
    { path: '/imports/:id', element: createElement(ImportPage), needs: ['read', 'Import'] },
  ],
};
