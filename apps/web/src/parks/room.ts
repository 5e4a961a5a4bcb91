import { createElement } from 'react';
import { Gate } from '../frame/Gate.js';
import type { Room } from '../frame/room.js';
import { worded } from '../providers/i18nProvider.js';

const ParkList = worded(() => import('./ParkList.js'), 'parks');
const IndustryPage = worded(() => import('./IndustryPage.js'), 'parks');
const ZoneFilePage = worded(() => import('./ZoneFilePage.js'), 'parks');
const needsPark = ['update', 'Park'] as const;
const needsFile = ['update', 'Configuration'] as const;
const needsIndustry = ['update', 'Industry'] as const;

/** 园区, 产业 and 产业链, as an administrator keeps them. */
export const parksRoom: Room = {
  name: 'parks',
  menu: [
    { path: '/parks', label: 'menu.parks', icon: 'grid', group: 'system', needs: needsPark },
    { path: '/industries', label: 'menu.industries', icon: 'reports', group: 'system', needs: needsIndustry },
    { path: '/zone-file', label: 'menu.zoneFile', icon: 'exports', group: 'system', needs: needsFile },
  ],
  resources: [
    { name: 'parks', list: createElement(Gate, { needs: needsPark, children: createElement(ParkList) }) },
    { name: 'industries', list: createElement(Gate, { needs: needsIndustry, children: createElement(IndustryPage) }) },
  ],
  routes: [{ path: '/zone-file', element: createElement(ZoneFilePage), needs: needsFile }],
};
