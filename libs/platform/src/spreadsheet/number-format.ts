/** How a number is shown: its text divided by 10^`scale`, with `suffix` behind it ("134000000" as "13400.0万元"). */
export interface Shown {
  readonly shown?: 'date' | 'percent';
  readonly scale?: number;
  readonly suffix?: string;
}

interface Section extends Shown {
  readonly holds?: (value: number) => boolean;
}

/** A number format with its sections, parsed once per style. */
export interface NumberFormat {
  readonly sections: readonly Section[];
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
};

/** One sign of a format: a placeholder, or a literal that is shown as it stands. */
const sign = /"([^"]*)"|[\\!](.)|[_*].|\[([^\]]*)\]|(.)/gsu;

/**
 * Reads a number format (ECMA-376 part 1, §18.8.31). A comma after the last digit divides by 1,000. A point that is
 * only a literal (`0!.0`, as Chinese Excel and WPS write it) divides by ten for each digit after it.
 */
export function numberFormat(code: string): NumberFormat {
  return { sections: sectionsOf(code).map(sectionOf) };
}

/** What the format shows for this number: the section whose condition holds, otherwise the last one without. */
export function shownBy({ sections }: NumberFormat, value: number): Shown {
  const conditional = sections.some(({ holds }) => holds);
  const found = conditional
    ? (sections.find(({ holds }) => holds?.(value)) ?? sections.findLast(({ holds }) => !holds))
    : sections[value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0];
  const { holds: _, ...shown } = found ?? {};
  return shown;
}

/** Sections are separated by semicolons that are no literals. */
function sectionsOf(code: string): string[] {
  const sections = [''];
  for (const [whole, , , , plain] of code.matchAll(sign)) {
    if (plain === ';') sections.push('');
    else sections[sections.length - 1] += whole;
  }
  return sections;
}

function sectionOf(section: string): Section {
  let [bare, suffix, pattern] = ['', '', ''];
  let holds: Section['holds'];
  for (const [, quoted, escaped, bracket, plain] of section.matchAll(sign)) {
    const literal = quoted ?? escaped;
    if (bracket !== undefined) {
      const [, comparison, limit] = /^([<>=]{1,2})(-?[\d.]+)$/.exec(bracket) ?? [];
      const compare = comparisons[comparison ?? ''];
      if (compare) holds = (value) => compare(value, Number(limit));
    } else if (literal !== undefined) {
      pattern += literal === '.' ? 'p' : '';
      suffix += literal === '.' || pattern === '' ? '' : literal;
    } else if (plain !== undefined) {
      bare += plain;
      if (/[0#?.,]/.test(plain)) pattern += plain;
      else if (/\p{Script=Han}/u.test(plain)) suffix += plain;
    }
  }
  return { ...meaning(bare, pattern, suffix.trim()), ...(holds ? { holds } : {}) };
}

function meaning(bare: string, pattern: string, suffix: string): Shown {
  if (/general/i.test(bare)) return suffix ? { suffix } : {};
  if (bare.includes('%')) return { shown: 'percent' };
  if (/[ymd]/i.test(bare) || /[年月日]/.test(bare)) return { shown: 'date' };
  const thousands = /,+(?=$|[.p])/.exec(pattern.replace(/^,+/, ''))?.[0].length ?? 0;
  const [, behind] = pattern.includes('.') ? [] : pattern.split('p');
  const scale = thousands * 3 + (behind?.replace(/[^0#?]/g, '').length ?? 0);
  return { ...(scale > 0 ? { scale } : {}), ...(suffix ? { suffix } : {}) };
}
