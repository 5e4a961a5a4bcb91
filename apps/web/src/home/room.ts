import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

/** The dashboard. */
export const HomePage = worded(() => import('./HomePage.js'));

/** The page itself is the dashboard of App.tsx; its entry is above all groups. */
export const homeRoom: Room = {
  name: 'home',
  menu: [{ path: '/', label: 'home.title', icon: 'home', phone: 0 }],
};
