import { decimal, perMuWan, plain, totalWan } from '@crm/domain/quantities';

export type Master = 'per-mu' | 'total';

const readable = (value: unknown): value is string => typeof value === 'string' && /^\d{1,12}(\.\d{1,6})?$/.test(value);

/**
 * Half of an entry follows from the other and the land, by the rule the server reckons with. null: nothing to say yet.
 * At most six places, as stored.
 */
export function otherSide(master: Master, value: unknown, areaMu: unknown): string | null {
  if (!readable(value) || !readable(areaMu) || decimal(areaMu).isZero()) return null;
  if (master === 'per-mu') return plain(totalWan(value, areaMu).toDecimalPlaces(6));
  const each = perMuWan(value, areaMu);
  return each === null ? null : plain(each.toDecimalPlaces(6));
}

/**
 * The least a plot must promise of it, and how far below it a promise is; null where no standard is set or nothing is
 * known.
 */
export function belowBy(perMu: unknown, standardPerMuWan: string | null): boolean {
  return readable(perMu) && standardPerMuWan !== null && decimal(perMu).lt(standardPerMuWan);
}

/** The two sides as the wire takes them: the master alone. */
export const promiseBody = ({
  master,
  perMuWan,
  totalWan,
}: {
  master: Master;
  perMuWan: string | null;
  totalWan: string | null;
}): Record<string, unknown> => (master === 'total' ? { total: { value: totalWan, unit: 'wan' } } : { perMuWan });
