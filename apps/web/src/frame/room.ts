import type { ResourceProps } from 'ra-core';
import { createContext, useContext, type ComponentType, type ReactElement } from 'react';
import type { IconName } from '../parts/marks/Icon.js';
import type { Needs } from '../providers/abilities.js';

/** The groups of the side menu, from top to bottom; home is above them without a heading. */
export const menuGroups = ['promotion', 'performance', 'service', 'data', 'system'] as const;
export type MenuGroup = (typeof menuGroups)[number];

export interface MenuEntry {
  path: string;
  /** Message key. */
  label: string;
  icon: IconName;
  /** undefined: above the groups, like home. */
  group?: MenuGroup;
  /** The permission needed: ['read', 'Lead']. undefined: everyone signed in. */
  needs?: Needs;
  /** A small number at the right: 319. */
  Count?: ComponentType;
  /** Place in a phone's bottom bar, from the left. The four lowest visible ones are shown, the rest is under “more”. */
  phone?: number;
  /** The filled button in the middle of the bottom bar: 记走访. */
  phoneAction?: boolean;
}

/** What a room adds to the frame. Pages are lazy: `list: lazy(() => import('./LeadList.js'))`. */
export interface Room {
  name: string;
  menu?: readonly MenuEntry[];
  /** Resources of react-admin: /leads, /leads/create, /leads/:id, /leads/:id/show. */
  resources?: readonly ResourceProps[];
  /** Other pages of the room, inside the frame; `needs` hides them from those without the permission. */
  routes?: readonly { path: string; element: ReactElement; needs?: Needs }[];
  /** The card on the home page; it renders null if there is nothing to show. */
  HomeCard?: ComponentType;
  /** In place of every page, while a person must set a password first. */
  PasswordFirst?: ComponentType;
  /** Listens on every page and shows a notice for news; renders nothing itself. Lazy. */
  News?: ComponentType;
  /** The bell; only the reminders room has it. */
  inbox?: { useOpenCount: () => number; Content: ComponentType<{ onClose: () => void }> };
}

export const RoomsContext = createContext<readonly Room[]>([]);
export const useRooms = (): readonly Room[] => useContext(RoomsContext);
