import { addDays } from '@crm/domain/days';

export interface Moment {
  /** Passed to every query about what was known; null: now. */
  readonly instant: string | null;
  /** The instant named in the answer: as known then. */
  readonly knownAt: string;
}

/**
 * `then` is the end of the day in the time zone of the office (UTC+8, no summer time). For today and future days it is
 * now.
 */
export function momentOf(asOf: string, known: 'now' | 'then', now: Date): Moment {
  const end = new Date(`${addDays(asOf, 1)}T00:00:00+08:00`);
  if (known === 'now' || end > now) return { instant: null, knownAt: now.toISOString() };
  return { instant: end.toISOString(), knownAt: end.toISOString() };
}
