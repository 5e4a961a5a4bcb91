import { decimal, perMuWan, plain, totalWan } from '@crm/domain/quantities';

export type Master = 'per-mu' | 'total';

const readable = (value: unknown): value is string => typeof value === 'string' && /^\d{1,12}(\.\d{1,6})?$/.test(value);

/**
 * The other side of an entry, from the area, by the server's rule. null: not known yet. At most six decimals, as
 * stored.
 */
export function otherSide(master: Master, value: unknown, areaMu: unknown): string | null {
  if (!readable(value) || !readable(areaMu) || decimal(areaMu).isZero()) return null;
  if (master === 'per-mu') return plain(totalWan(value, areaMu).toDecimalPlaces(6));
  const each = perMuWan(value, areaMu);
  return each === null ? null : plain(each.toDecimalPlaces(6));
}

/** The least a plot must promise, and how far a promise is below it; null without a standard or a value. */
export function belowBy(perMu: unknown, standardPerMuWan: string | null): boolean {
  return readable(perMu) && standardPerMuWan !== null && decimal(perMu).lt(standardPerMuWan);
}

/** The side as sent: only the entered one. */
export const promiseBody = ({
  master,
  perMuWan,
  totalWan,
}: {
  master: Master;
  perMuWan: string | null;
  totalWan: string | null;
}): Record<string, unknown> => (master === 'total' ? { total: { value: totalWan, unit: 'wan' } } : { perMuWan });
