import type { Contract } from '@crm/api-contract/contracts';
import type { Permission } from '@crm/api-contract/permissions';
import { milestoneKinds } from '@crm/domain/contracts';
import { indicators } from '@crm/domain/standards';
import type { Rows, ShownOf } from '@crm/platform/db';
import { Where, assertReach, known, reaching, type Actor } from '../data-access/index.js';
import { allStandards, inForceAt, placeOfPark, type StandardsInForce } from '../standards/index.js';
import { contractStandardTable, supportPaymentTable } from './contract.entity.js';
import { CONTRACT_COLUMNS, contractFrom, type ContractRecord } from './contract.view.js';
import {
  MILESTONE_COLUMNS,
  MILESTONE_FROM,
  PARCEL_COLUMNS,
  PARCEL_FROM,
  milestoneView,
  parcelView,
  type MilestoneRow,
  type ParcelRow,
} from './land-and-milestones.view.js';
import type { KeptStandards } from './promises.js';

/**
 * Contracts an actor may see, and with them what belongs to them. `alias` is the contract's in the statement.
 */
export const visibleContracts = (actor: Actor, today: string, alias = 't'): Where =>
  new Where().and(...reaching(actor, ['read', 'Contract'], ['contract', alias], today));

export function contractById(rows: Rows, actor: Actor, id: string, today: string): Promise<ContractRecord | undefined> {
  const where = visibleContracts(actor, today).and('t.id = ?', id);
  return rows.one<ContractRecord>(
    `SELECT ${CONTRACT_COLUMNS} FROM ${contractFrom('y.last')} ${where.sql}`,
    where.values,
  );
}

/** For a verb: refuses `record.absent` to who may not read it, and `access.scope` to who may only read it. */
export async function contractTo(
  permission: Permission,
  rows: Rows,
  actor: Actor,
  id: string,
  today: string,
): Promise<ContractRecord> {
  const record = known(await contractById(rows, actor, id, today));
  await assertReach(rows, actor, permission, 'contract', id, today);
  return record;
}

export async function parcelsOf(rows: Rows, contractId: string): Promise<Contract['parcels']> {
  return (
    await rows.rows<ParcelRow>(
      `SELECT ${PARCEL_COLUMNS}
       FROM ${PARCEL_FROM}
       WHERE t.contract_id = $1 AND t.known_to IS NULL
       ORDER BY t.code, t.id`,
      [contractId],
    )
  ).map(parcelView);
}

export const milestonesOf = (rows: Rows, contractId: string): Promise<Contract['milestones']> =>
  milestonesOfAll(rows, [contractId]);

/** In the usual order of milestones. */
export async function milestonesOfAll(rows: Rows, contractIds: readonly string[]): Promise<Contract['milestones']> {
  const found = (
    await rows.rows<MilestoneRow>(`SELECT ${MILESTONE_COLUMNS} FROM ${MILESTONE_FROM} WHERE t.contract_id = ANY($1)`, [
      contractIds,
    ])
  ).map(milestoneView);
  return found.sort((a, b) => milestoneKinds.indexOf(a.kind) - milestoneKinds.indexOf(b.kind));
}

export const supportOf = (rows: Rows, contractId: string): Promise<Contract['support']> =>
  supportPaymentTable.find(rows, { contractId, knownTo: null }, 'ORDER BY paid_on, id');

/** As stored on the signing day; for a draft, those in force at its place today. */
export async function standardsOf(
  rows: Rows,
  contract: Pick<ContractRecord, 'id' | 'signedOn' | 'parkId' | 'industryId'>,
  today: string,
): Promise<KeptStandards> {
  if (contract.signedOn === null) return standardsAt(rows, contract.parkId, contract.industryId, today);
  const kept = await rows.rows<ShownOf<typeof contractStandardTable> & { readonly documentNo: string }>(
    `SELECT ${contractStandardTable.columns('k')}, s.document_no AS "documentNo"
     FROM contract_standard k
     JOIN provincial_standard s ON s.id = k.standard_id
     WHERE k.contract_id = $1 AND k.known_to IS NULL`,
    [contract.id],
  );
  return perIndicator((indicator) => {
    const row = kept.find((one) => one.indicator === indicator);
    return row ? { standardId: row.standardId, perMuWan: row.perMuWan, documentNo: row.documentNo } : null;
  });
}

export async function standardsAt(rows: Rows, parkId: string, industryId: string, day: string): Promise<KeptStandards> {
  const [park, standards] = [await placeOfPark(rows, parkId), await allStandards(rows)];
  return park ? toKeep(inForceAt(standards, park, industryId, day)) : perIndicator(() => null);
}

export const toKeep = (inForce: StandardsInForce): KeptStandards =>
  perIndicator((indicator) => {
    const row = inForce[indicator];
    return row ? { standardId: row.id, perMuWan: row.perMuWan, documentNo: row.documentNo } : null;
  });

const perIndicator = (of: (indicator: keyof KeptStandards) => KeptStandards[keyof KeptStandards]): KeptStandards =>
  Object.fromEntries(indicators.map((indicator) => [indicator, of(indicator)])) as KeptStandards;

export { owedOnOf } from './land-and-milestones.view.js';

/** Signed at some time, in whatever state now. */
export const SIGNED_STATES = `('signed', 'performing', 'completed', 'terminated')`;
/** Kinds that count as signed. */
export const COUNTED_KINDS = `('substantive', 'performance')`;
/**
 * 续签: the day from which a renewal replaces the old contract: its signing day, or the first day of its term if later.
 */
export const takesOverOn = (t: string): string => `greatest(${t}.signed_on, ${t}.term_from)`;
/**
 * Of a contract and its renewals exactly one counts on a day, so land is neither counted twice nor lost. The SQL uses
 * the day twice.
 */
export const standsOn = (t: string, day: string): string =>
  `(${t}.renews_id IS NULL OR ${takesOverOn(t)} <= ${day})
     AND NOT EXISTS (
       SELECT 1
       FROM contract newer
       WHERE newer.renews_id = ${t}.id
           AND newer.status <> 'void'
           AND newer.status IN ${SIGNED_STATES}
           AND ${takesOverOn('newer')} <= ${day}
     )`;
/**
 * The contracts behind the per-mu averages on a day. List and portfolio share it, so that each number opens exactly its
 * rows. The SQL uses the day twice.
 */
export const counted = (t: string, day: string): string =>
  `${t}.kind IN ${COUNTED_KINDS}
     AND ${t}.status IN ${SIGNED_STATES}
     AND ${standsOn(t, day)}
     AND EXISTS (SELECT 1 FROM commitment counted_m WHERE counted_m.contract_id = ${t}.id)`;

export type ContractSort =
  'signedOn' | 'number' | 'amountWan' | 'areaMu' | 'enterpriseName' | 'updatedAt' | 'lowestAttainmentPercent';
export const CONTRACT_SORTS: Readonly<Record<ContractSort, string>> = {
  signedOn: 't.signed_on',
  number: 't.number',
  amountWan: 't.amount_wan',
  areaMu: 't.area_mu',
  enterpriseName: 'e.name',
  updatedAt: 't.updated_at',
  lowestAttainmentPercent: 'y.lowest_attainment',
};
