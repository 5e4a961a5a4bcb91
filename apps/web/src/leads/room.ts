import { createElement, lazy } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';
import { LeadCount } from './LeadCount.js';
import { LeadHomeCard } from './LeadHomeCard.js';

const LeadBoard = worded(() => import('./LeadBoard.js'));

export const leadsRoom: Room = {
  name: 'leads',
  menu: [
    {
      path: '/leads',
      label: 'leads.title',
      icon: 'leads',
      group: 'promotion',
      needs: ['read', 'Lead'],
      Count: LeadCount,
      phone: 1,
    },
  ],
  resources: [
    {
      name: 'leads',
      list: lazy(() => import('./LeadList.js')),
      show: worded(() => import('./LeadShow.js')),
      recordRepresentation: 'projectName',
    },
  ],
  routes: [{ path: '/leads/board/*', element: createElement(LeadBoard), needs: ['read', 'Lead'] }],
  HomeCard: LeadHomeCard,
};
