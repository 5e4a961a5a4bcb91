import { useMemo } from 'react';
import { useAbility } from '../providers/abilities.js';
import { useRooms, type MenuEntry } from './room.js';

/** The entries the reader may see, in the order of the rooms. */
export function useMenu(): readonly MenuEntry[] {
  const rooms = useRooms();
  const ability = useAbility();
  return useMemo(
    () => rooms.flatMap((room) => room.menu ?? []).filter(({ needs }) => !needs || ability.can(needs[0], needs[1])),
    [rooms, ability],
  );
}

/** '/' is active only at home; '/contracts' also on /contracts/12/show. */
export const isOpen = (path: string, pathname: string): boolean =>
  path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
