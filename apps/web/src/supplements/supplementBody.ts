import type { Contract } from '@crm/api-contract/contracts';
import { isPerMu } from '@crm/domain/standards';
import { promiseBody, type Master } from '../commitments/promises/bothSides.js';

export interface Sides { master: Master; perMuWan: string | null; totalWan: string | null; /** In the indicator's own unit: people, energy, R&D. */ total?: string | null }

/** What the drawer holds: the contract as it stands, until somebody types. */
export interface SupplementForm {
  increase: string | null;
  parcelCode: string;
  parcelArea: string | null;
  fullProductionYear: number | string | null;
  termTo: string | null;
  promises: Record<string, Sides>;
}

export const formOf = (contract: Contract): SupplementForm => ({
  increase: null, parcelCode: '', parcelArea: null, fullProductionYear: contract.fullProductionYear, termTo: contract.termTo,
  promises: Object.fromEntries(contract.commitments.map(({ indicator, master, perMuWan, totalWan, total }) => [indicator, { master, perMuWan, totalWan, total }])),
});

/** Only what differs from the contract is asked for; an empty answer means that nothing was typed yet. */
export function supplementBody(contract: Contract, form: SupplementForm): Record<string, unknown> {
  const year = form.fullProductionYear === '' || form.fullProductionYear === null ? null : Number(form.fullProductionYear);
  const promises = contract.commitments.flatMap((promise): Record<string, unknown>[] => {
    const sides = form.promises[promise.indicator];
    if (!sides) return [];
    if (!isPerMu(promise.indicator)) return !sides.total || sides.total === promise.total ? [] : [{ indicator: promise.indicator, total: { value: sides.total, unit: promise.unit } }];
    const typed = sides.master === 'total' ? sides.totalWan : sides.perMuWan;
    const kept = sides.master === promise.master && typed === (sides.master === 'total' ? promise.totalWan : promise.perMuWan);
    return kept || !typed ? [] : [{ indicator: promise.indicator, ...promiseBody(sides) }];
  });
  return {
    ...(form.increase ? { increase: { value: form.increase, unit: 'wan' } } : {}),
    ...(form.parcelArea ? { land: { add: [{ ...(form.parcelCode ? { code: form.parcelCode } : {}), area: { value: form.parcelArea, unit: 'mu' } }] } } : {}),
    ...(promises.length > 0 ? { promises } : {}),
    ...(year === contract.fullProductionYear ? {} : { fullProductionYear: year }),
    ...((form.termTo || null) === contract.termTo ? {} : { termTo: form.termTo || null }),
  };
}
