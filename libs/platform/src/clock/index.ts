import { DateTime } from 'luxon';

/** Gives now and today, so that no other code reads the clock. Tests use a fixed one. */
export interface Clock {
  now(): Date;
  /** The calendar day in the time zone of the office, 'YYYY-MM-DD'. */
  today(): string;
}

export const CLOCK = Symbol('CLOCK');

export class SystemClock implements Clock {
  constructor(private readonly zone: string) {}

  now(): Date {
    return new Date();
  }

  today(): string {
    return dayOf(this.now(), this.zone);
  }
}

export class FixedClock implements Clock {
  constructor(
    private readonly instant: string,
    private readonly zone = 'Asia/Shanghai',
  ) {}

  now(): Date {
    return new Date(this.instant);
  }

  today(): string {
    return dayOf(this.now(), this.zone);
  }
}

export function dayOf(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd');
}
