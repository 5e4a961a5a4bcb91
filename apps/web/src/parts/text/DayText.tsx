import { dayOf, showDay, showInstant } from './days.js';

/** 2026-11-20; `short` omits the current year. */
export function DayText({ day, short = false }: { day: string | null | undefined; short?: boolean }) {
  return (
    <time className="nowrap" dateTime={day ?? undefined} title={day ?? undefined}>
      {showDay(day, short ? dayOf(new Date()) : undefined)}
    </time>
  );
}

export function InstantText({ at, short = false }: { at: string | null | undefined; short?: boolean }) {
  return (
    <time className="nowrap" dateTime={at ?? undefined} title={showInstant(at)}>
      {showInstant(at, short ? dayOf(new Date()) : undefined)}
    </time>
  );
}
