import { indicators, type Indicator } from '@crm/domain/standards';
import type { Light } from '@crm/domain/lights';
import { useLocale } from 'ra-core';
import type { Verdict } from '../parts/marks/verdict.js';

export type Translate = (key: string, options?: Record<string, unknown>) => string;

/** A light uses the shape and colour of a verdict (disc, triangle, square), with the word beside it. */
export const verdictOf = { green: 'met', yellow: 'warning', red: 'breach' } as const satisfies Record<Light, Verdict>;

const isIndicator = (name: string): name is Indicator => (indicators as readonly string[]).includes(name);

export const indicatorWord = (name: string, translate: Translate): string =>
  isIndicator(name) ? translate(`indicators.name.${name}`) : name;
export const subjectWord = (
  { subjectKind, subjectName }: { subjectKind: string; subjectName: string },
  translate: Translate,
): string => (subjectKind === 'zone' ? translate('lights.zone') : subjectName);

const english = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** The month in a sentence: 10 in Chinese, where 月 follows, Oct in English. */
export function useMonthWord(): (month: number) => string {
  const locale = useLocale();
  return (month) => (locale === 'en' ? english.format(Date.UTC(2024, month - 1)) : String(month));
}
