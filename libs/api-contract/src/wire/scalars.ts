import { z } from 'zod';

/** Adds a stable dotted code and its facts to a zod issue. */
export const coded = (code: string, params: Record<string, string | number | boolean> = {}) => ({
  params: { code, ...params },
});

const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;
/** Accepts full-width digits and thousands in groups of three; any other text is refused. */
const asciiDigits = (text: string): string => text.replace(/[０-９．，]/g, (c) => c.normalize('NFKC'));
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * An exact decimal as a string: at most 12 digits before and 6 after the point. JSON numbers are refused, since
 * 9007199254740993 would silently become …992. Refuses `decimal.format`, `decimal.range` and `decimal.positive`.
 */
export const decimal = (options: { positive?: boolean; max?: string } = {}) =>
  z
    .string()
    .max(40)
    .transform((typed, context) => {
      const ascii = asciiDigits(typed.trim());
      const text = GROUPED.test(ascii) ? ascii.replaceAll(',', '') : ascii;
      if (!DECIMAL.test(text)) {
        context.addIssue({
          code: 'custom',
          message: 'decimal',
          ...coded(/^-?\d+(\.\d+)?$/.test(text) ? 'decimal.range' : 'decimal.format', {
            max: options.max ?? '999999999999',
          }),
        });
        return z.NEVER;
      }
      if (options.positive && /^0*(\.0*)?$/.test(text)) {
        context.addIssue({ code: 'custom', message: 'decimal', ...coded('decimal.positive') });
        return z.NEVER;
      }
      return text.replace(/^0+(?=\d)/, '');
    })
    .meta({ pattern: DECIMAL.source, examples: ['989.55'] });

/** A decimal in an answer; it may be negative and may have more places. */
export const decimalOut = z.string().meta({ examples: ['989.55'] });

/**
 * A calendar day 'YYYY-MM-DD' from 1990 to 2100, without hour and time zone. Refuses `date.format`, `date.impossible`
 * and `date.range`.
 */
export const day = z
  .string()
  .max(10)
  .check((context) => {
    const code = faultOfDay(context.value);
    if (code) context.issues.push({ code: 'custom', message: 'day', input: context.value, ...coded(code) });
  })
  .meta({ format: 'date', examples: ['2021-12-22'] });

function faultOfDay(text: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return 'date.format';
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const real = new Date(Date.UTC(year, month - 1, date));
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date) return 'date.impossible';
  return year < 1990 || year > 2100 ? 'date.range' : undefined;
}

export const year = z.int().min(1990).max(2100);
export const instant = z.iso.datetime({ offset: true });
export const id = z.uuid();
export const version = z.int().min(1);

// Control characters, bidirectional overrides and zero-width characters: they make a text look like another one. ZWJ
// and variation selectors are allowed, since names and emoji need them.
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const BREAKS = /[\r\n\t]/;

/**
 * A typed text without outer spaces (ideographic too); the length counts code points. Refuses `text.hidden`,
 * `text.length` and `text.break` (a line break in a single-line field).
 */
export const text = (options: { min?: number; max: number; lines?: boolean }) =>
  z
    .string()
    .max(options.max * 4 + 64)
    .transform((typed, context) => {
      const value = typed.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
      const refuse = (code: string) =>
        context.addIssue({
          code: 'custom',
          message: 'text',
          ...coded(code, { min: options.min ?? 0, max: options.max }),
        });
      if (HIDDEN.test(value)) refuse('text.hidden');
      else if (!options.lines && BREAKS.test(value)) refuse('text.break');
      const length = [...value].length;
      if (length < (options.min ?? 0) || length > options.max) refuse('text.length');
      return value;
    });

/** Shown with a record: the page offers its buttons by it. `names` are permissions, as `update Contract`. */
export const may = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.array(z.enum(names)).meta({
    description: 'what the caller may do to it, by the table of permissions; its state is not considered',
  });

/** In code points. Longer search text is cut. */
export const LONGEST_SEARCH = 60;
const UNSEEN = new RegExp(HIDDEN.source, 'gu');

/**
 * The text of a search box. Never refused: hidden characters are removed, a line break becomes a space, and a longer
 * text is cut (the answer or the page says so).
 */
export const searched = z.string().transform((typed) =>
  [
    ...typed
      .replace(/[\r\n\t]+/g, ' ')
      .replace(UNSEEN, '')
      .trim(),
  ]
    .slice(0, LONGEST_SEARCH)
    .join('')
    .trim(),
);

export const line = (max: number) => text({ min: 1, max });
export const note = (max = 4_000) => text({ max, lines: true });
