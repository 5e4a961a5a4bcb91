import { type AreaBasis, type Decimal, sum } from '../quantities/index.js';

export interface ParcelArea {
  readonly basis: AreaBasis;
  readonly areaMu: string;
}

/**
 * The land a contract is measured on, 亩: what was granted; where nothing was granted, what is actually used. Leased
 * factory floor is floor space
 * and no land. null: without land, and nothing can be said per mu.
 */
export function contractAreaMu(parcels: readonly ParcelArea[]): Decimal | null {
  const of = (basis: AreaBasis) => parcels.filter((parcel) => parcel.basis === basis).map(({ areaMu }) => areaMu);
  const [granted, used] = [of('granted'), of('actual-use')];
  if (granted.length) return sum(granted);
  return used.length ? sum(used) : null;
}
