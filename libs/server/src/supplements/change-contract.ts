import type { Contract } from '@crm/api-contract/contracts';
import type { SupplementChanges } from '@crm/api-contract/supplements';
import { Refusal } from '@crm/domain/refusal';
import { newId, type Tx } from '@crm/platform/db';
import type { z } from 'zod';
import { amendPromise, pinned } from '../commitments/index.js';
import { insertParcels, landOf, measured, type MeasuredParcel } from '../contracts/index.js';
import { changeClauses } from '../decisions/index.js';
import type { Actor } from '../data-access/index.js';

export type Changes = z.output<typeof SupplementChanges>;

/**
 * Applies all changes of a supplement except the increment: land, commitments, dates, consequence clauses. Returns the
 * changed columns of the contract.
 */
export async function changeContract(
  tx: Tx,
  actor: Actor,
  contract: Contract,
  changes: Changes,
  reason: string,
): Promise<Record<string, unknown>> {
  const columns: Record<string, unknown> = {};
  if (changes.land) Object.assign(columns, await changeLand(tx, actor, contract, changes.land));
  if (changes.fullProductionYear !== undefined || changes.fullProductionOn !== undefined)
    Object.assign(columns, await changeFullProduction(tx, contract, changes));
  Object.assign(columns, termOf(contract, changes));
  if (Object.keys(columns).length > 0)
    await tx.run(
      `UPDATE contract SET ${Object.keys(columns)
        .map((name, at) => `${name} = $${at + 2}`)
        .join(', ')}, version = version + 1, updated_at = now() WHERE id = $1`,
      [contract.id, ...Object.values(columns)],
    );
  await changePromises(tx, actor, contract, changes.promises ?? [], reason);
  if (changes.clauses) await changeClauses(tx, actor, contract, changes.clauses, reason);
  return columns;
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
): Promise<Record<string, unknown>> {
  const own = (id: string, pointer: string) => {
    const parcel = contract.parcels.find((one) => one.id === id);
    if (!parcel) throw new Refusal('supplement.parcel').at(pointer);
    return parcel;
  };
  end.forEach((id, at) => own(id, `/land/end/${at}`));
  const again = measured(
    measure.map(({ parcelId, area }, at) => {
      const { code, phase, basis } = own(parcelId, `/land/measure/${at}/parcelId`);
      return { ...(code ? { code } : {}), ...(phase ? { phase } : {}), basis, area };
    }),
    '/land/measure',
  );
  const entering: MeasuredParcel[] = [...again, ...measured(add, '/land/add')];
  const leaving = new Set([...end, ...measure.map(({ parcelId }) => parcelId)]);
  if (leaving.size < end.length + measure.length) throw new Refusal('field.duplicate').at('/land/measure');
  const staying = contract.parcels.filter(({ id }) => !leaving.has(id));
  const areaMu = landOf([...staying, ...entering], false);
  await tx.run('UPDATE parcel SET known_to = now() WHERE id = ANY($1) AND known_to IS NULL', [[...leaving]]);
  await insertParcels(tx, actor, contract.id, entering);
  return { area_mu: areaMu, land_free: false };
}

/** The new full-production year; the earlier one is kept as known until now. */
async function changeFullProduction(
  tx: Tx,
  contract: Contract,
  { fullProductionYear, fullProductionOn }: Changes,
): Promise<Record<string, unknown>> {
  const [year, day] = [
    fullProductionYear === undefined ? contract.fullProductionYear : fullProductionYear,
    fullProductionOn === undefined ? contract.fullProductionOn : fullProductionOn,
  ];
  if (day !== null && contract.signedOn !== null && day < contract.signedOn)
    throw new Refusal('date.before-signing', { signedOn: contract.signedOn }).at('/fullProductionOn');
  await tx.run(
    `INSERT INTO contract_full_production (id, contract_id, year, day, known_from)
     SELECT
       $1, $2, $3, $4,
       coalesce((SELECT max(known_to) FROM contract_full_production WHERE contract_id = $2), '-infinity')`,
    [newId(), contract.id, contract.fullProductionYear, contract.fullProductionOn],
  );
  return { full_production_year: year, full_production_on: day };
}

/** Refuses `period.order`. */
export function termOf(
  contract: Pick<Contract, 'termFrom' | 'termTo'>,
  { termFrom, termTo }: Pick<Changes, 'termFrom' | 'termTo'>,
): Record<string, unknown> {
  const [from, to] = [
    termFrom === undefined ? contract.termFrom : termFrom,
    termTo === undefined ? contract.termTo : termTo,
  ];
  if (from !== null && to !== null && to < from) throw new Refusal('period.order').at('/termTo');
  return {
    ...(termFrom === undefined ? {} : { term_from: termFrom }),
    ...(termTo === undefined ? {} : { term_to: termTo }),
  };
}

/** Refuses `supplement.no-promise`, `field.duplicate`, and what amending refuses. */
async function changePromises(
  tx: Tx,
  actor: Actor,
  contract: Contract,
  promises: NonNullable<Changes['promises']>,
  reason: string,
): Promise<void> {
  const seen = new Set<string>();
  for (const [at, { indicator, ...change }] of promises.entries()) {
    const promise = contract.commitments.find((one) => one.indicator === indicator);
    if (!promise) throw new Refusal('supplement.no-promise', { indicator }).at(`/promises/${at}/indicator`);
    if (seen.has(indicator)) throw new Refusal('field.duplicate').at(`/promises/${at}/indicator`);
    seen.add(indicator);
    await pinned(`/promises/${at}`, () =>
      amendPromise(tx, contract.id, promise.commitmentId, change, reason, actor.userId),
    );
  }
}
