import type { Contract, ContractPromise } from '@crm/api-contract/contracts';
import { signingStep } from '@crm/domain/contracts';
import type { Rows } from '@crm/platform/db';
import { latestCase, levelsNow } from '../approvals/index.js';
import { exact, type Actor } from '../data-access/index.js';
import type { ContractRecord } from './contract.view.js';

export const SIGNING = 'contract-signing';

/** The amount the contract names; where it names none, the investment it promises. */
export const amountOfSigning = (
  draft: Pick<ContractRecord, 'amount_wan'>,
  promised: readonly ContractPromise[],
): string | null =>
  exact(draft.amount_wan) ?? promised.find(({ indicator }) => indicator === 'investment')?.totalWan ?? null;

/**
 * What comes next for this actor were it signed today, by the rule the signature itself goes by; null once it is signed
 * or void, and of a supplement, which lives by its own approval.
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
    own: contract.created_by === actor.userId,
    approval: contract.status === 'in-review' ? ((await latestCase(rows, SIGNING, contract.id)) ?? null) : null,
  });
}
