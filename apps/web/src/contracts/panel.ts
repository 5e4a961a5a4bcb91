import type { Contract } from '@crm/api-contract/contracts';
import type { ComponentType } from 'react';
import type { useAbility } from '../providers/abilities.js';

/** Changes the URL of the page: a tab, a drawer; null removes a name. */
export type Go = (change: Record<string, string | null>) => void;

export interface PanelProps {
  contract: Contract;
  today: string;
  search: URLSearchParams;
  go: Go;
}

/** A tab of the contract's page; each room loads its own data. */
export interface Panel {
  /** The name in the URL; `contracts.tabs.<name>` is its label. */
  name: string;
  Content: ComponentType<PanelProps>;
  /** A small number beside the label. */
  useCount?: (contract: Contract) => number | undefined;
  offered?: (contract: Contract, ability: ReturnType<typeof useAbility>) => boolean;
}

/** A drawer that is open while its name is in the URL; `value` is the value in the URL. */
export interface DrawerProps {
  contract: Contract;
  value: string;
  search: URLSearchParams;
  today: string;
  onClose: () => void;
}
