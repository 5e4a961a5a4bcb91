import { z } from 'zod';
import { day, line, route, text, version, year } from '../wire/index.js';

export const DAY_KINDS = ['holiday', 'make-up'] as const;

/** A day that differs from Monday to Friday. */
const NamedDay = z.object({ day: z.string(), kind: z.enum(DAY_KINDS), name: z.string() });

export const CalendarYear = z
  .object({
    year: z.int(),
    loaded: z.boolean().meta({ description: 'false: terms count Monday to Friday, and say so' }),
    source: z.string(),
    version: z.int().meta({ description: '0: not loaded' }),
    days: z.array(NamedDay),
  })
  .meta({ id: 'CalendarYear' });

const changed = z.enum(DAY_KINDS).nullable().meta({ description: 'null: an ordinary day' });
export const CalendarChange = z
  .object({
    days: z.array(z.object({ day: z.string(), before: changed, after: changed, name: z.string() })),
    workingDays: z.object({ before: z.int(), after: z.int() }).meta({ description: 'of the whole year' }),
    moved: z
      .array(
        z.object({
          workingDays: z.int(),
          receipts: z.int().meta({ description: 'days of receipt whose term ends on another day' }),
          example: z.object({ received: z.string(), before: z.string(), after: z.string() }),
        }),
      )
      .meta({ description: 'terms of 1, 3, 5, 15 and 30 working days' }),
  })
  .meta({ id: 'CalendarChange' });

const body = z.strictObject({
  source: line(200),
  days: z.array(z.strictObject({ day, kind: z.enum(DAY_KINDS), name: text({ max: 30 }) })).max(120),
});
const params = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .pipe(year),
});
const refuses = [
  'calendar.day-of-other-year',
  'calendar.off-and-worked',
  'calendar.make-up-on-weekday',
  'calendar.day-twice',
] as const;

export const calendarYears = {
  list: route({
    method: 'GET',
    path: '/calendar-years',
    access: ['read', 'WorkingDay'],
    summary: { zh: '已有的日历年份', en: 'Years of the working calendar' },
    description: '`missing`: the year that has begun, and from December on the next one, if it is not loaded.',
    response: z.object({
      data: z.array(z.object({ year: z.int(), source: z.string(), version, days: z.int() })),
      missing: z.array(z.int()),
    }),
  }),
  one: route({
    method: 'GET',
    path: '/calendar-years/:year',
    access: ['read', 'WorkingDay'],
    summary: { zh: '一年的工作日历', en: 'The working calendar of a year' },
    params,
    response: CalendarYear,
  }),
  preview: route({
    method: 'POST',
    path: '/calendar-years/:year/preview',
    access: ['update', 'WorkingDay'],
    status: 200,
    summary: { zh: '改日历前看哪些期限会动', en: 'Preview a change of a calendar' },
    description: 'Which days change, and which terms then end on another day. Nothing is changed.',
    params,
    body,
    response: CalendarChange,
    refuses,
  }),
  change: route({
    method: 'PATCH',
    path: '/calendar-years/:year',
    access: ['update', 'WorkingDay'],
    guarded: true,
    summary: { zh: '保存一年的工作日历', en: 'Save the calendar of a year' },
    description: 'Replaces the days of the year as a whole. `If-Match: "0"` begins a year that is not loaded.',
    params,
    body,
    response: CalendarYear,
    refuses: [...refuses, 'version.stale', 'version.missing'],
  }),
};

export type CalendarYear = z.infer<typeof CalendarYear>;
export type CalendarChange = z.infer<typeof CalendarChange>;
