import type { contracts } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import {
  checkMilestones,
  contractAreaMu,
  contractKindRules,
  wasSigned,
  type ContractKind,
  type ContractState,
  type MilestoneKind,
} from '@crm/domain/contracts';
import { matchingProjectName } from '@crm/domain/enterprises';
import { areaMuOf, plain, wanOf, type AreaBasis, type AreaUnit } from '@crm/domain/quantities';
import { Refusal, isRefusal, type FieldFault } from '@crm/domain/refusal';
import { newId, type NewRowOf, type Tx } from '@crm/platform/db';
import { known, type Actor } from '../data-access/index.js';
import { refuseMerged } from '../enterprises/index.js';
import { placeFaults } from '../parks/index.js';
import { investmentProjectTable, milestoneTable, parcelTable, type TypedAmount } from './contract.entity.js';

export type DraftInput = InputOf<typeof contracts.create>['body'];
type ParcelInput = NonNullable<DraftInput['parcels']>[number];
type MilestoneInput = NonNullable<DraftInput['milestones']>[number];

export interface MeasuredParcel {
  readonly code: string;
  readonly phase: string;
  readonly basis: AreaBasis;
  readonly areaMu: string;
  readonly entered: { readonly value: string; readonly unit: AreaUnit };
}

/** A typed amount in 万元. Refuses `money.range` and `money.too-fine`, with the field. */
export function amountOf(entry: TypedAmount, pointer: string): { wan: string; entered: TypedAmount } {
  const [wan] = checkedAt([[pointer, () => plain(wanOf(entry))]]);
  return { wan: wan as string, entered: { value: plain(entry.value), unit: entry.unit } };
}

/** Every parcel in 亩. Refuses `area.zero`, `area.range` and `area.too-fine`, all faults at once with their fields. */
export function measured(parcels: readonly ParcelInput[], at = '/parcels'): MeasuredParcel[] {
  const areas = checkedAt(parcels.map((parcel, i) => [`${at}/${i}/area`, () => plain(areaMuOf(parcel.area))] as const));
  return parcels.map((parcel, i) => ({
    code: parcel.code ?? '',
    phase: parcel.phase ?? '',
    basis: parcel.basis ?? 'granted',
    areaMu: areas[i] as string,
    entered: { value: plain(parcel.area.value), unit: parcel.area.unit },
  }));
}

function checkedAt<T>(checks: readonly (readonly [pointer: string, check: () => T])[]): T[] {
  const faults: FieldFault[] = [];
  const values = checks.map(([pointer, check]) => {
    try {
      return check();
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      faults.push(...thrown.at(pointer).errors);
      return undefined;
    }
  });
  if (faults.length > 0) throw Refusal.fields(faults);
  return values as T[];
}

/**
 * The land of a draft, 亩. "No land" must be ticked, not guessed from an empty field. Refuses `contract.area-missing`
 * (neither area nor tick) and `contract.land-free` (both).
 */
export function landOf(parcels: readonly Pick<MeasuredParcel, 'basis' | 'areaMu'>[], landFree: boolean): string | null {
  const area = contractAreaMu(parcels);
  if (area !== null && landFree) throw new Refusal('contract.land-free').at('/landFree');
  if (area === null && !landFree) throw new Refusal('contract.area-missing').at('/parcels');
  return area && plain(area);
}

/** Ticked by a person; or a kind that grants no land, without any parcel. */
export const isLandFree = (kind: ContractKind, parcels: readonly unknown[], ticked: boolean | undefined): boolean =>
  (ticked ?? false) || (parcels.length === 0 && !contractKindRules[kind].needsLand);

/** A contract that belongs to another one is created from it: refuses `contract.parent`. */
export function assertAlone(kind: ContractKind): void {
  if (contractKindRules[kind].needsParent) throw new Refusal('contract.parent', { kind }).at('/kind');
}

/**
 * A supplement takes effect, and becomes void, by its own approval; everything else happens on its contract. Refuses
 * `contract.supplement` (conflict).
 */
export function assertOwnLife({ kind }: { readonly kind: ContractKind }): void {
  if (contractKindRules[kind].needsParent) throw Refusal.conflict('contract.supplement', { kind });
}

/** Refuses `period.order`: the term ends before it begins. */
export function assertTerm(from: string | null | undefined, to: string | null | undefined): void {
  if (from && to && to < from) throw new Refusal('period.order').at('/termTo');
}

interface References {
  enterpriseId?: string | undefined;
  parkId?: string | null | undefined;
  industryId?: string | null | undefined;
  officerId?: string | null | undefined;
}

/**
 * Refuses `enterprise.unknown`, `park.unknown`, `industry.unknown` and `user.unknown`, all at once with their fields; a
 * park or industry that is closed `on` the day of the record (today by default) as `park.closed`, `industry.closed`.
 * A merged record is refused as `enterprise.merged`. The enterprise is locked, so that it is not merged meanwhile.
 */
export async function assertKnown(
  tx: Tx,
  refs: References,
  { on, before = {} }: { on?: string | null | undefined; before?: Pick<References, 'parkId' | 'industryId'> } = {},
): Promise<void> {
  if (refs.enterpriseId) {
    const there = await tx.rows('SELECT id FROM enterprise WHERE id = $1 FOR KEY SHARE', [refs.enterpriseId]);
    if (there.length === 0) await refuseMerged(tx, refs.enterpriseId);
  }
  const found = await tx.one<Record<'enterprise' | 'officer', boolean>>(
    `SELECT
       EXISTS (SELECT 1 FROM enterprise WHERE id = $1) AS enterprise,
       EXISTS (SELECT 1 FROM app_user WHERE id = $2) AS officer`,
    [refs.enterpriseId ?? null, refs.officerId ?? null],
  );
  const faults = [
    ...(refs.enterpriseId && !found?.enterprise ? [{ pointer: '/enterpriseId', code: 'enterprise.unknown' }] : []),
    ...(await placeFaults(tx, refs, { on: on ?? undefined, before })),
    ...(refs.officerId && !found?.officer ? [{ pointer: '/officerId', code: 'user.unknown' }] : []),
  ];
  if (faults.length > 0) throw Refusal.fields(faults);
}

/**
 * An existing project of the enterprise, or the one of that name (normalised), or a new one. Refuses `contract.project`
 * unless exactly one is given.
 */
export async function projectFor(
  tx: Tx,
  input: Pick<DraftInput, 'projectId' | 'projectName' | 'enterpriseId' | 'parkId' | 'industryId'>,
): Promise<string> {
  if ((input.projectId === undefined) === (input.projectName === undefined))
    throw new Refusal('contract.project').at('/projectId');
  if (input.projectId) {
    const own = await investmentProjectTable.one(tx, { id: input.projectId, enterpriseId: input.enterpriseId });
    if (!own) throw new Refusal('contract.project').at('/projectId');
    return own.id;
  }
  const name = input.projectName as string;
  const { enterpriseId, parkId, industryId } = input;
  const matchName = matchingProjectName(name);
  await investmentProjectTable.insert(
    tx,
    { id: newId(), enterpriseId, parkId, industryId, name, matchName },
    'ON CONSTRAINT investment_project_once DO NOTHING',
  );
  return known(await investmentProjectTable.one(tx, { enterpriseId, matchName })).id;
}

export async function nextNumber(tx: Tx, today: string): Promise<string> {
  const row = await tx.one<{ n: string }>(
    `SELECT lpad(n::text, greatest(4, length(n::text)), '0') AS n
     FROM (SELECT nextval('contract_number') AS n) AS drawn`,
  );
  return `HT-${today.slice(0, 4)}-${row?.n}`;
}

export const newParcels = (
  actor: Actor,
  contractId: string,
  parcels: readonly MeasuredParcel[],
): NewRowOf<typeof parcelTable>[] =>
  parcels.map(({ code, phase, basis, areaMu, entered }) => ({
    id: newId(),
    contractId,
    code,
    phase,
    basis,
    enteredValue: entered.value,
    enteredUnit: entered.unit,
    areaMu,
    enteredBy: actor.userId,
  }));

export const insertParcels = (
  tx: Tx,
  actor: Actor,
  contractId: string,
  parcels: readonly MeasuredParcel[],
): Promise<number> => parcelTable.insertMany(tx, newParcels(actor, contractId, parcels));

/** One row per kind. Refuses `field.duplicate` and `milestone.order`. */
export async function insertMilestones(
  tx: Tx,
  contractId: string,
  milestones: readonly MilestoneInput[],
): Promise<void> {
  const seen = new Set<MilestoneKind>();
  for (const [i, { kind }] of milestones.entries()) {
    if (seen.has(kind)) throw new Refusal('field.duplicate').at(`/milestones/${i}/kind`);
    seen.add(kind);
  }
  const rows = milestones.map(({ kind, plannedOn = null, actualOn = null }) => ({
    id: newId(),
    kind,
    plannedOn,
    actualOn,
  }));
  checkMilestones(rows, '1990-01-01');
  await milestoneTable.insertMany(
    tx,
    rows.map((row) => ({ ...row, contractId })),
  );
}

/** Only a draft changes. Refuses `contract.in-review`, `contract.signed` and `contract.void`. */
export function assertDraft({ status }: { readonly status: ContractState }): void {
  if (status === 'in-review') throw Refusal.conflict('contract.in-review');
  if (status !== 'draft') throw Refusal.conflict(wasSigned(status) ? 'contract.signed' : 'contract.void', { status });
}
