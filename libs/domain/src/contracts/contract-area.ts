import { type AreaBasis, type Decimal, sum } from '../quantities/index.js';

export interface ParcelArea {
  readonly basis: AreaBasis;
  readonly areaMu: string;
}

/**
 * The land area of a contract in 亩: the granted parcels; without any, the parcels actually used. Leased factory floor
 * is not land. null: no land, so nothing can be computed per mu.
 */
export function contractAreaMu(parcels: readonly ParcelArea[]): Decimal | null {
  const of = (basis: AreaBasis) => parcels.filter((parcel) => parcel.basis === basis).map(({ areaMu }) => areaMu);
  const [granted, used] = [of('granted'), of('actual-use')];
  if (granted.length) return sum(granted);
  return used.length ? sum(used) : null;
}
