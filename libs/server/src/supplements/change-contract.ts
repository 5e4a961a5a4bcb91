import type { Contract } from '@crm/api-contract/contracts';
import { Refusal } from '@crm/domain/refusal';
import { computed, endsAt, newId, type ChangesOf, type Tx } from '@crm/platform/db';
import {
  isBelowStandard,
  pinned,
  promisesOnLand,
  reworded,
  writeWording,
  type Reworded,
  type StandingPromise,
} from '../commitments/index.js';
import { contractTable, landOf, measured, newParcels, parcelTable, type MeasuredParcel } from '../contracts/index.js';
import { changeClauses } from '../decisions/index.js';
import type { Actor } from '../data-access/index.js';
import { contractFullProductionTable, type Changes } from './supplement.entity.js';

type ContractColumns = ChangesOf<typeof contractTable>;

export interface ContractChange {
  readonly reason: string;
  /** The instant at which what is changed ends and begins: behind the lock of the contract. */
  readonly at: string;
  /** Who approved a value below the standard; null for a supplement that was signed long ago and is only recorded. */
  readonly approver: string | null;
  /** Further columns of the contract itself that are written along. */
  readonly own?: ContractColumns;
}

/**
 * Everything a supplement changes besides the increment: land, commitments, days and clauses. All at one instant, and
 * with one write of the contract. Commitments are checked before it and written after it. If no column changes it is
 * written too, so that a person who opened the contract earlier gets a conflict.
 */
export async function changeContract(
  tx: Tx,
  actor: Actor,
  contract: Contract,
  { land, promises = [], clauses, ...days }: Changes,
  { reason, at, approver, own = {} }: ContractChange,
): Promise<void> {
  const moved: ContractColumns = {
    ...own,
    ...(land ? await changeLand(tx, actor, contract, land, at) : {}),
    ...(days.fullProductionYear !== undefined || days.fullProductionOn !== undefined
      ? await changeFullProduction(tx, contract, days, at)
      : {}),
    ...termOf(contract, days),
  };
  const areaMu = moved.areaMu === undefined ? contract.areaMu : (moved.areaMu as string | null);
  const after = await rewordedPromises(tx, contract, areaMu, promises);
  const below = after.some(isBelowStandard);
  const judged: ContractColumns =
    below === contract.belowStandard
      ? {}
      : {
          belowStandard: below,
          belowStandardReason: below && approver !== null ? reason : null,
          belowStandardApprovedBy: below ? approver : null,
        };
  await contractTable.update(tx, { id: contract.id }, { ...moved, ...judged, updatedAt: at });
  for (const one of after) if ('reworded' in one) await writeWording(tx, one, reason, actor.userId, at);
  if (clauses) await changeClauses(tx, actor, contract, clauses, reason, at);
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
): Promise<ContractColumns> {
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
): Promise<ContractColumns> {
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
): Pick<ContractColumns, 'termFrom' | 'termTo'> {
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

/**
 * All commitments on the land after the change, those of `promises` as worded anew. Refuses `supplement.no-promise`,
 * `field.duplicate`, and what rewording refuses.
 */
async function rewordedPromises(
  tx: Tx,
  contract: Contract,
  areaMu: string | null,
  promises: NonNullable<Changes['promises']>,
): Promise<(StandingPromise | Reworded)[]> {
  const after = new Map<string, StandingPromise | Reworded>(
    (await promisesOnLand(tx, contract.id, areaMu)).map((one) => [one.commitment.indicator, one]),
  );
  const seen = new Set<string>();
  for (const [i, { indicator, ...change }] of promises.entries()) {
    const before = after.get(indicator);
    if (!before) throw new Refusal('supplement.no-promise', { indicator }).at(`/promises/${i}/indicator`);
    if (seen.has(indicator)) throw new Refusal('field.duplicate').at(`/promises/${i}/indicator`);
    seen.add(indicator);
    after.set(indicator, await pinned(`/promises/${i}`, () => reworded(before, change)));
  }
  return [...after.values()];
}
