import type { CorrectionFacts } from '@crm/api-contract/corrections';
import type { Contract } from '@crm/api-contract/contracts';
import { admitSignedOn, assertCorrectable } from '@crm/domain/corrections';
import { isRefusal } from '@crm/domain/refusal';
import type { ContractFacts } from '@crm/domain/supplements';
import type { ChangesOf, Tx } from '@crm/platform/db';
import {
  amountOf,
  assertKnown,
  contractTable,
  keepAsKnown,
  replaceStandards,
  standardsAt,
} from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { changeContract, contractFacts, type ContractChange } from '../supplements/index.js';

/** Everything a correction may change, as it is now, in 万元 and 亩. */
export function correctableFacts(contract: Contract): ContractFacts {
  const { investedWan: _withIncreases, ...facts } = contractFacts(contract);
  return {
    number: contract.number,
    signedOn: contract.signedOn,
    parkName: contract.parkName,
    industryName: contract.industryName,
    amountWan: contract.amountWan,
    ...facts,
  };
}

/**
 * Writes the right values, all at one instant; what they replace stays as known until then. Refuses
 * `contract.not-signed`, `correction.*`, `contract.number`, `park.unknown`, `industry.unknown`, `date.*`, and for land
 * and commitments what a supplement refuses.
 */
export async function correctContract(
  tx: Tx,
  actor: Actor,
  contract: Contract,
  facts: CorrectionFacts,
  change: ContractChange,
  today: string,
): Promise<void> {
  const { number: _number, signedOn, amount: _amount, parkId, industryId, ...rest } = facts;
  assertCorrectable(contract, Object.keys(facts));
  await assertKnown(tx, { parkId, industryId }, { on: signedOn ?? contract.signedOn, before: contract });
  if (signedOn !== undefined) await admitDay(tx, contract, facts, signedOn, today);
  await keepAsKnown(tx, contract.id, change.at);
  const day = signedOn ?? (contract.signedOn as string);
  const elsewhere = signedOn !== undefined || parkId !== undefined || industryId !== undefined;
  if (elsewhere && contract.kind !== 'supplement') {
    const standards = await standardsAt(tx, parkId ?? contract.parkId, industryId ?? contract.industryId, day);
    await replaceStandards(tx, contract.id, standards, change.at);
  }
  await changeContract(tx, actor, { ...contract, signedOn: day }, rest, { ...change, own: ownColumns(facts) });
}

function ownColumns({
  number,
  signedOn,
  amount,
  parkId,
  industryId,
}: CorrectionFacts): ChangesOf<typeof contractTable> {
  const typed = amount && amountOf(amount, '/amount');
  return {
    ...(number === undefined ? {} : { number }),
    ...(signedOn === undefined ? {} : { signedOn }),
    ...(typed ? { amountWan: typed.wan, amountEntered: typed.entered } : {}),
    ...(parkId === undefined ? {} : { parkId }),
    ...(industryId === undefined ? {} : { industryId }),
  };
}

async function admitDay(
  tx: Tx,
  contract: Contract,
  { fullProductionOn }: CorrectionFacts,
  signedOn: string,
  today: string,
): Promise<void> {
  const parent = contract.parent && (await contractTable.one(tx, { id: contract.parent.id }));
  try {
    admitSignedOn(signedOn, {
      today,
      endedOn: contract.endedOn,
      fullProductionOn: fullProductionOn === undefined ? contract.fullProductionOn : fullProductionOn,
      parentSignedOn: parent?.signedOn ?? null,
      supplementsOn: contract.supplements.flatMap(({ status, signedOn: day }) =>
        status !== 'void' && day ? [day] : [],
      ),
    });
  } catch (thrown) {
    throw isRefusal(thrown) ? thrown.at('/signedOn') : thrown;
  }
}
