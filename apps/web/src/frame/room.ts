import type { ResourceProps } from 'ra-core';
import { createContext, useContext, type ComponentType, type ReactElement } from 'react';
import type { IconName } from '../parts/marks/Icon.js';
import type { Needs } from '../providers/abilities.js';

/** The groups of the side menu, from top to bottom; home stands above them without a head. */
export const menuGroups = ['promotion', 'performance', 'service', 'data', 'system'] as const;
export type MenuGroup = (typeof menuGroups)[number];

export interface MenuEntry {
  path: string;
  /** Message key. */
  label: string;
  icon: IconName;
  /** Absent: above the groups, as home is. */
  group?: MenuGroup;
  /** Ability asked for: ['read', 'Lead']. Absent: everyone who is signed in. */
  needs?: Needs;
  /** A quiet number at the right edge: 319. */
  Count?: ComponentType;
  /**
   * Place in the bottom bar of a phone, from the left; the four lowest the reader may see are shown, the rest is under
   * “more”.
   */
  phone?: number;
  /** The filled middle of the bottom bar: 记走访. */
  phoneAction?: boolean;
}

/** What a room hangs into the frame. Pages are lazy: `list: lazy(() => import('./LeadList.js'))`. */
export interface Room {
  name: string;
  menu?: readonly MenuEntry[];
  /** Resources of react-admin: /leads, /leads/create, /leads/:id, /leads/:id/show. */
  resources?: readonly ResourceProps[];
  /** Pages of the room's own, inside the frame; `needs` closes them for those without the ability. */
  routes?: readonly { path: string; element: ReactElement; needs?: Needs }[];
  /** What is due today, on the home page; a card without anything to say renders null. */
  HomeCard?: ComponentType;
  /** Listens on every page, and says in a notice what happened meanwhile; renders nothing itself. Lazy. */
  News?: ComponentType;
  /** The bell: one room (reminders) brings it. */
  inbox?: { useOpenCount: () => number; Content: ComponentType<{ onClose: () => void }> };
}

export const RoomsContext = createContext<readonly Room[]>([]);
export const useRooms = (): readonly Room[] => useContext(RoomsContext);
