import { lazy } from 'react';
import type { Room } from '../room.js';

export const enterprisesRoom: Room = {
  name: 'enterprises',
  menu: [{ path: '/enterprises', label: 'enterprises.title', icon: 'enterprises', group: 'promotion', needs: ['read', 'Enterprise'], phone: 2 }],
  resources: [{ name: 'enterprises', list: lazy(() => import('./EnterpriseList.js')), show: lazy(() => import('./EnterpriseShow.js')), recordRepresentation: 'name' }],
};
