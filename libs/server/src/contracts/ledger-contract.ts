import type { ContractKind, MilestoneKind } from '@crm/domain/contracts';
import type { FirmStanding } from '@crm/domain/enterprises';
import type { AreaBasis, AreaUnit, MoneyUnit } from '@crm/domain/quantities';

/** A row of a ledger is the same contract when credit code, project name (spelling forgiven) and kind agree. */
export interface ContractKey {
  /** null: the firm is found by its name. */
  readonly creditCode: string | null;
  readonly enterpriseName: string;
  readonly projectName: string;
  readonly kind: ContractKind;
  /** Two contracts of one project have different numbers. */
  readonly contractNo?: string | null;
}

/** One signed contract as a ledger has it: read, checked and in 万元 and 亩 already. */
export interface LedgerContract extends ContractKey {
  /** Of a firm that is new; without it: registered here. */
  readonly standing?: FirmStanding;
  readonly registrationNo?: string | null;
  /** Who saw a code that fails its check, and where. */
  readonly creditCodeSeenBy?: string | null;
  /** What the firm is searched by; the room of enterprises makes them. */
  readonly enterpriseSearch?: {
    readonly shortName?: string;
    readonly pinyin?: string;
    readonly initials?: string;
    readonly spellings?: string;
  };
  readonly number?: string | null;
  readonly parkId: string;
  readonly industryId: string;
  readonly signedOn: string;
  readonly amountWan: string | null;
  readonly amountEntered: { readonly value: string; readonly unit: MoneyUnit } | null;
  readonly landFree: boolean;
  readonly parcels: readonly {
    readonly code?: string;
    readonly phase?: string;
    readonly basis: AreaBasis;
    readonly areaMu: string;
    readonly entered: { readonly value: string; readonly unit: AreaUnit };
  }[];
  readonly channel: string | null;
  readonly handlerName: string | null;
  readonly firstContactOn: string | null;
  readonly fullProductionYear: number | null;
  readonly fullProductionOn?: string | null;
  readonly energyTce: string | null;
  readonly rdPercent: string | null;
  readonly milestones: readonly {
    readonly kind: MilestoneKind;
    readonly plannedOn: string | null;
    readonly actualOn: string | null;
  }[];
  readonly note?: string;
  /** Marks what the demo brings along; a ledger's own rows are never marked. */
  readonly demo?: boolean;
}
