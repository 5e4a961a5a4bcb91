import type { Contract } from '@crm/api-contract/contracts';
import type { ComponentType } from 'react';
import type { useAbility } from '../providers/abilities.js';

/** Changes the address of the page: a tab, a drawer; null takes a name away. */
export type Go = (change: Record<string, string | null>) => void;

export interface PanelProps {
  contract: Contract;
  today: string;
  search: URLSearchParams;
  go: Go;
}

/** A tab of the contract's page; each room asks for what it shows itself. */
export interface Panel {
  /** In the address, and `contracts.tabs.<name>` is its word. */
  name: string;
  Content: ComponentType<PanelProps>;
  /** A quiet number beside the word. */
  useCount?: (contract: Contract) => number | undefined;
  offered?: (contract: Contract, ability: ReturnType<typeof useAbility>) => boolean;
}

/** What opens beside the contract while its name stands in the address; `value` is what the address says. */
export interface DrawerProps {
  contract: Contract;
  value: string;
  search: URLSearchParams;
  today: string;
  onClose: () => void;
}
