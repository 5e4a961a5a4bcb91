import { isLive, parentReference } from '@crm/domain/contracts';
import type { AmendableContract, ContractEntry } from '@crm/domain/imports';
import type { LedgerParent } from '../../supplements/index.js';

/** A contract that a row may belong to: stored, or new in the same sheet. */
export interface Candidate extends AmendableContract {
  readonly key: string;
  readonly number: string | null;
  readonly signedOn: string;
  readonly projectName: string;
  readonly row?: number;
  readonly refused?: string;
}

const milestoneOf = {
  startOn: 'construction-start',
  completionOn: 'completion',
  productionOn: 'production-start',
} as const;

/** The candidates, for the sentence and for the choices on the page. */
export const askedAmong = (candidates: readonly Candidate[]) => ({
  contracts: candidates.map((one) => `${parentReference(one)} (${one.signedOn})`).join('; '),
  choices: candidates.map((one) => ({
    value: parentReference(one),
    says: 'contract',
    number: one.number,
    row: one.row ?? null,
    signedOn: one.signedOn,
    projectName: one.projectName,
  })),
});

export function fromKept(one: LedgerParent, row?: number): Candidate {
  const {
    contractId,
    number,
    signedOn,
    projectName,
    parkId,
    industryId,
    areaMu,
    fullProductionYear,
    fullProductionOn,
    promises,
  } = one;
  const milestones = Object.fromEntries(
    Object.entries(milestoneOf).map(([field, kind]) => [field, one.milestones[kind] ?? null]),
  );
  const reason = isLive(one.status) ? (one.open ? 'supplement.open' : undefined) : 'supplement.over';
  return {
    key: contractId,
    number,
    signedOn,
    projectName,
    parkId,
    industryId,
    areaMu,
    fullProductionYear,
    fullProductionOn,
    promises,
    milestones,
    ...(row === undefined ? {} : { row }),
    ...(reason ? { refused: reason } : {}),
  };
}

export const fromSheet = (entry: ContractEntry): Candidate => ({
  key: `#${entry.row}`,
  row: entry.row,
  number: entry.contractNo,
  signedOn: entry.signedOn,
  projectName: entry.projectName,
  parkId: entry.parkId,
  industryId: entry.industryId,
  areaMu: entry.area?.areaMu ?? null,
  fullProductionYear: entry.fullProduction && 'year' in entry.fullProduction ? entry.fullProduction.year : null,
  fullProductionOn: entry.fullProduction && 'day' in entry.fullProduction ? entry.fullProduction.day : null,
  promises: Object.fromEntries(entry.promises.map((promise) => [promise.indicator, promise])),
  milestones: { startOn: entry.startOn, completionOn: entry.completionOn, productionOn: entry.productionOn },
});
