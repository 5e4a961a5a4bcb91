import type { Room } from '../room.js';

/** The page itself is the dashboard of App.tsx; its entry is above all groups. */
export const homeRoom: Room = {
  name: 'home',
  menu: [{ path: '/', label: 'home.title', icon: 'home', phone: 0 }],
};
