import type { Contract } from '@crm/api-contract/contracts';
import { decimal } from '@crm/domain/quantities';
import type { ContractFacts } from '@crm/domain/supplements';
import { amountOf } from '../contracts/index.js';
import type { Changes } from './supplement.entity.js';

/** A contract at one moment, and everything of it that a supplement may move. */
export interface Standing {
  /** At which what is amended ends and begins: behind the lock of the contract. */
  readonly at: string;
  readonly contract: Contract;
  readonly facts: ContractFacts;
}

export const belowIn = ({ commitments }: Contract): string[] =>
  commitments.filter((promise) => promise.belowStandard).map(({ indicator }) => indicator);

/** An increase counts once its supplement is signed; asked about before, it is added here. */
export const asked = ({ contract: { amountInForceWan }, facts }: Standing, { increase }: Changes): ContractFacts =>
  increase
    ? {
        ...facts,
        investedWan: decimal(amountInForceWan ?? '0')
          .plus(amountOf(increase, '/increase').wan)
          .toFixed(),
      }
    : facts;
