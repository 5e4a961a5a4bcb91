import type { Contract, ContractPromise } from '@crm/api-contract/contracts';
import { signingStep } from '@crm/domain/contracts';
import type { Rows } from '@crm/platform/db';
import { latestCase, levelsNow } from '../approvals/index.js';
import { isSamePerson, type Actor } from '../data-access/index.js';
import type { ContractRecord } from './contract.view.js';

export const SIGNING = 'contract-signing';

/** The amount of the contract; without one, its promised investment. */
export const amountOfSigning = (
  draft: Pick<ContractRecord, 'amountWan'>,
  promised: readonly ContractPromise[],
): string | null => draft.amountWan ?? promised.find(({ indicator }) => indicator === 'investment')?.totalWan ?? null;

/**
 * The next step for this actor if it were signed today, by the same rule as the signature. null once it is signed or
 * void, and for a supplement, which has its own approval.
 */
export async function nextToSign(
  rows: Rows,
  actor: Actor,
  contract: ContractRecord,
  promised: readonly ContractPromise[],
): Promise<Contract['nextToSign']> {
  if (contract.kind === 'supplement' || (contract.status !== 'draft' && contract.status !== 'in-review')) return null;
  const below = promised.some(({ belowStandard }) => belowStandard);
  const levels = await levelsNow(rows, {
    kind: SIGNING,
    amountWan: amountOfSigning(contract, promised),
    belowStandard: below,
  });
  return signingStep({
    levels,
    below,
    own: await isSamePerson(rows, actor, contract.createdBy),
    approval: contract.status === 'in-review' ? ((await latestCase(rows, SIGNING, contract.id)) ?? null) : null,
  });
}
