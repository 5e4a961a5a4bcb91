import type { CorrectionFacts } from '@crm/api-contract/corrections';
import type { ContractEntry, Directory } from '@crm/domain/imports';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import type { Difference } from '@crm/domain/supplements';
import type { FoundContract } from '../../contracts/index.js';

/** Land of a contract in force. */
export interface HeldParcel {
  readonly id: string;
  readonly contractId: string;
}

/** The facts of a row that differ from its contract, as a correction takes them, and as people read them. */
export interface RightFacts {
  readonly facts: CorrectionFacts;
  readonly lines: readonly Difference[];
}

const NUMBER = /^\d+(\.\d+)?$/;
const same = (a: string | null | undefined, b: string): boolean =>
  a === b || (!!a && NUMBER.test(a) && NUMBER.test(b) && decimal(a).eq(b));

/** An empty cell says nothing. Refuses `correction.land-which` if the contract has several parcels. */
export function rightFacts(
  entry: ContractEntry,
  found: FoundContract,
  parcels: readonly HeldParcel[],
  { parks, industries }: Directory,
): RightFacts {
  const lines: Difference[] = [];
  const facts: { -readonly [Fact in keyof CorrectionFacts]: CorrectionFacts[Fact] } = {};
  const differs = (field: string, before: string | null | undefined, after: string | null): boolean => {
    if (after === null || same(before, after)) return false;
    lines.push({ field, before: before ?? null, after });
    return true;
  };
  const named = (list: Directory['parks'], id: string): string => list.find((one) => one.id === id)?.name ?? '';
  if (differs('signedOn', found.signedOn, entry.signedOn)) facts.signedOn = entry.signedOn;
  if (differs('parkName', named(parks, found.parkId), named(parks, entry.parkId))) facts.parkId = entry.parkId;
  if (differs('industryName', named(industries, found.industryId), named(industries, entry.industryId)))
    facts.industryId = entry.industryId;
  const { investment, area } = entry;
  if (investment && differs('amountWan', found.amountWan, investment.wan))
    facts.amount = { value: investment.value, unit: investment.unit };
  if (area && differs('areaMu', found.areaMu, area.areaMu)) facts.land = landOf(parcels, area);
  const year = entry.fullProduction && 'year' in entry.fullProduction ? entry.fullProduction.year : null;
  if (year !== null && differs('fullProductionYear', text(found.fullProductionYear), text(year))) {
    facts.fullProductionYear = year;
    facts.fullProductionOn = null;
  }
  const promises = entry.promises.flatMap((promise): NonNullable<CorrectionFacts['promises']> => {
    const { indicator } = promise;
    if (promise.side === 'per-mu')
      return differs(`promise.${indicator}.perMuWan`, found.perMuWan[indicator], promise.perMuWan)
        ? [{ indicator, perMuWan: promise.perMuWan }]
        : [];
    return differs(`promise.${indicator}.totalWan`, found.totalWan[indicator], promise.totalWan)
      ? [{ indicator, total: { value: promise.totalWan, unit: 'wan' as const } }]
      : [];
  });
  return { facts: promises.length > 0 ? { ...facts, promises } : facts, lines };
}

function landOf(
  parcels: readonly HeldParcel[],
  { value, unit }: NonNullable<ContractEntry['area']>,
): NonNullable<CorrectionFacts['land']> {
  const [only, another] = parcels;
  if (another) throw new Refusal('correction.land-which', { count: parcels.length });
  const area = { value, unit };
  return only ? { measure: [{ parcelId: only.id, area }] } : { add: [{ area }] };
}

const text = (year: number | null): string | null => (year === null ? null : String(year));
