import { addDays } from '@crm/domain/days';

export interface Moment {
  /** Handed to every question of what was known; null: now. */
  readonly instant: string | null;
  /** What the answer says: by what was known at this instant. */
  readonly knownAt: string;
}

/**
 * `then` is the end of the day asked about, in the office's zone (UTC+8 without summer time); of today, and of days to
 * come, it is now.
 */
export function momentOf(asOf: string, known: 'now' | 'then', now: Date): Moment {
  const end = new Date(`${addDays(asOf, 1)}T00:00:00+08:00`);
  if (known === 'now' || end > now) return { instant: null, knownAt: now.toISOString() };
  return { instant: end.toISOString(), knownAt: end.toISOString() };
}
