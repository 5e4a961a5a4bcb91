export type Locale = 'zh' | 'en';
type Facts = Readonly<Record<string, unknown>>;

/** 4200 → 42, 0.5 → 0.005: two places to the left, digit by digit. The first words are loaded without Decimal. */
function millions(wan: unknown): unknown {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(wan)) ?? [];
  if (sign === undefined) return wan;
  const digits = whole.padStart(3, '0');
  const decimals = `${digits.slice(-2)}${fraction}`.replace(/0+$/, '');
  return `${sign}${digits.slice(0, -2)}${decimals && `.${decimals}`}`;
}
/** One million is 100 万元: an amount kept to six decimals of 万元 has eight of a million. */
const twoMore = (places: unknown): unknown => Number(places) + 2;

/** Facts the wire gives in 万元, which an English sentence says in millions of CNY. */
const inMillions: Readonly<Record<string, Readonly<Record<string, (fact: unknown) => unknown>>>> = {
  'money.range': { minWan: millions, maxWan: millions },
  'money.too-fine': { places: twoMore },
  'pace.reason': { before: millions },
  'approval.policy-idle': { fromWan: millions, otherWan: millions },
  'approval.policy-twice': { fromWan: millions },
  'supplement.promise-which': { before: millions, typed: millions },
};

/** The facts of a refusal in the units of a language's sentences. */
export function factsIn(code: string, facts: Facts, locale: Locale): Facts {
  const counted = locale === 'en' ? inMillions[code] : undefined;
  if (!counted) return facts;
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, counted[name]?.(fact) ?? fact]));
}
