import { createElement, lazy } from 'react';
import type { Room } from '../room.js';

const ImportsPage = lazy(() => import('./ImportsPage.js'));
const ImportPage = lazy(() => import('./ImportPage.js'));
const ImportNews = lazy(() => import('./ImportNews.js'));

/** 导入: upload → map → check → result; each import has its address, so that one may leave and come back. */
export const importsRoom: Room = {
  name: 'imports',
  menu: [{ path: '/imports', label: 'imports.title', icon: 'imports', group: 'data', needs: ['read', 'Import'] }],
  News: ImportNews,
  routes: [
    { path: '/imports', element: createElement(ImportsPage), needs: ['read', 'Import'] },
    { path: '/imports/:id', element: createElement(ImportPage), needs: ['read', 'Import'] },
  ],
};
