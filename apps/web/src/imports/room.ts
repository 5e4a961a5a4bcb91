import { createElement, lazy } from 'react';
import { Gate } from '../frame/Gate.js';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const ImportList = worded(() => import('./ImportList.js'), 'imports');
const ImportPage = worded(() => import('./ImportPage.js'), 'imports', 'indicators', 'standards');
const ImportNews = lazy(() => import('./ImportNews.js'));
const needs = ['read', 'Import'] as const;

/** 导入: upload → map → check → result. Each import has its own URL, so one can leave and return. */
export const importsRoom: Room = {
  name: 'imports',
  menu: [{ path: '/imports', label: 'menu.imports', icon: 'imports', group: 'data', needs }],
  News: ImportNews,
  resources: [
    {
      name: 'imports',
      list: createElement(Gate, { needs, children: createElement(ImportList) }),
      // Mapping, check and commit change the record: /imports/:id.
      edit: createElement(Gate, { needs, children: createElement(ImportPage) }),
      recordRepresentation: 'fileName',
    },
  ],
};
