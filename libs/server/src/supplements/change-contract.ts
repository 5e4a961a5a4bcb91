import type { Contract } from '@crm/api-contract/contracts';
import { Refusal } from '@crm/domain/refusal';
import { computed, endsAt, newId, type ChangesOf, type Tx } from '@crm/platform/db';
import { amendPromise, pinned } from '../commitments/index.js';
import { contractTable, landOf, measured, newParcels, parcelTable, type MeasuredParcel } from '../contracts/index.js';
import { changeClauses } from '../decisions/index.js';
import type { Actor } from '../data-access/index.js';
import { contractFullProductionTable, type Changes } from './supplement.entity.js';

type ContractChanges = ChangesOf<typeof contractTable>;

/**
 * Everything a supplement changes besides the increment: land, commitments, days and clauses. All at one instant, `at`.
 * Returns the changed columns of the contract itself.
 */
export async function changeContract(
  tx: Tx,
  actor: Actor,
  contract: Contract,
  changes: Changes,
  reason: string,
  at: string,
): Promise<void> {
  const moved: ContractChanges = {
    ...(changes.land ? await changeLand(tx, actor, contract, changes.land, at) : {}),
    ...(changes.fullProductionYear !== undefined || changes.fullProductionOn !== undefined
      ? await changeFullProduction(tx, contract, changes, at)
      : {}),
    ...termOf(contract, changes),
  };
  // Also if no column changes, so that a person who opened the contract earlier gets a conflict.
  await contractTable.update(tx, { id: contract.id }, { ...moved, updatedAt: at });
  await changePromises(tx, actor, contract, changes.promises ?? [], reason, at);
  if (changes.clauses) await changeClauses(tx, actor, contract, changes.clauses, reason, at);
}

/**
 * Parcels are added, removed and measured again; the old rows are kept as known until now. Refuses `supplement.parcel`,
 * `area.*` and `contract.area-missing`.
 */
async function changeLand(
  tx: Tx,
  actor: Actor,
  contract: Contract,
  { add = [], end = [], measure = [] }: NonNullable<Changes['land']>,
  at: string,
): Promise<ContractChanges> {
  const own = (id: string, pointer: string) => {
    const parcel = contract.parcels.find((one) => one.id === id);
    if (!parcel) throw new Refusal('supplement.parcel').at(pointer);
    return parcel;
  };
  end.forEach((id, i) => own(id, `/land/end/${i}`));
  const again = measured(
    measure.map(({ parcelId, area }, i) => {
      const { code, phase, basis } = own(parcelId, `/land/measure/${i}/parcelId`);
      return { ...(code ? { code } : {}), ...(phase ? { phase } : {}), basis, area };
    }),
    '/land/measure',
  );
  const entering: MeasuredParcel[] = [...again, ...measured(add, '/land/add')];
  const leaving = new Set([...end, ...measure.map(({ parcelId }) => parcelId)]);
  if (leaving.size < end.length + measure.length) throw new Refusal('field.duplicate').at('/land/measure');
  const staying = contract.parcels.filter(({ id }) => !leaving.has(id));
  const areaMu = landOf([...staying, ...entering], false);
  await parcelTable.update(tx, { id: [...leaving], knownTo: null }, { knownTo: endsAt(at) });
  await parcelTable.insertMany(
    tx,
    newParcels(actor, contract.id, entering).map((parcel) => ({ ...parcel, knownFrom: at })),
  );
  return { areaMu, landFree: false };
}

/** The new full-production year; the earlier one is kept as known until now. */
async function changeFullProduction(
  tx: Tx,
  contract: Contract,
  { fullProductionYear, fullProductionOn }: Changes,
  at: string,
): Promise<ContractChanges> {
  const [year, day] = [
    fullProductionYear === undefined ? contract.fullProductionYear : fullProductionYear,
    fullProductionOn === undefined ? contract.fullProductionOn : fullProductionOn,
  ];
  if (day !== null && contract.signedOn !== null && day < contract.signedOn)
    throw new Refusal('date.before-signing', { signedOn: contract.signedOn }).at('/fullProductionOn');
  await contractFullProductionTable.insert(tx, {
    id: newId(),
    contractId: contract.id,
    year: contract.fullProductionYear,
    day: contract.fullProductionOn,
    knownFrom: computed(
      `coalesce((SELECT max(known_to) FROM contract_full_production WHERE contract_id = ?::uuid), '-infinity')`,
      contract.id,
    ),
    knownTo: at,
  });
  return { fullProductionYear: year, fullProductionOn: day };
}

/** Refuses `period.order`. */
export function termOf(
  contract: Pick<Contract, 'termFrom' | 'termTo'>,
  { termFrom, termTo }: Pick<Changes, 'termFrom' | 'termTo'>,
): Pick<ContractChanges, 'termFrom' | 'termTo'> {
  const [from, to] = [
    termFrom === undefined ? contract.termFrom : termFrom,
    termTo === undefined ? contract.termTo : termTo,
  ];
  if (from !== null && to !== null && to < from) throw new Refusal('period.order').at('/termTo');
  return {
    ...(termFrom === undefined ? {} : { termFrom }),
    ...(termTo === undefined ? {} : { termTo }),
  };
}

/** Refuses `supplement.no-promise`, `field.duplicate`, and what amending refuses. */
async function changePromises(
  tx: Tx,
  actor: Actor,
  contract: Contract,
  promises: NonNullable<Changes['promises']>,
  reason: string,
  at: string,
): Promise<void> {
  const seen = new Set<string>();
  for (const [i, { indicator, ...change }] of promises.entries()) {
    const promise = contract.commitments.find((one) => one.indicator === indicator);
    if (!promise) throw new Refusal('supplement.no-promise', { indicator }).at(`/promises/${i}/indicator`);
    if (seen.has(indicator)) throw new Refusal('field.duplicate').at(`/promises/${i}/indicator`);
    seen.add(indicator);
    await pinned(`/promises/${i}`, () =>
      amendPromise(tx, contract.id, promise.commitmentId, change, reason, actor.userId, at),
    );
  }
}
