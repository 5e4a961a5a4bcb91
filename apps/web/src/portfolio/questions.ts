import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { addressWith } from '../parts/text/address.js';

/**
 * The filters of the overview and of the contract list. They are only in the URL, so a link shows everybody the same
 * question.
 */
export interface Question {
  /** Signing year: '2021'. */
  signed: string | null;
  park: string | null;
  industry: string | null;
  /** The assessed year. */
  year: number;
  /** Another day than today: as known now, or as known at its end. */
  moment: Moment | null;
}

export interface Moment {
  asOf: string;
  known: 'now' | 'then';
}

/** The question's words in the address. */
export const questionWords = ['signed', 'park', 'industry', 'year'] as const;

const asYear = (text: string | null): string | null => (text !== null && /^(19|20)\d\d$/.test(text) ? text : null);

/** `?asOf=2025-12-31&known=then`; today and future days do not count as a past day. */
export function readMoment(search: URLSearchParams, today: string): Moment | null {
  const asOf = search.get('asOf') ?? '';
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(asOf) || asOf >= today) return null;
  return { asOf, known: search.get('known') === 'then' ? 'then' : 'now' };
}

/** The last year that is over on the day; its figures can be assessed. */
export const lastYearOver = (day: string): number => Number(day.slice(0, 4)) - 1;

export function readQuestion(search: URLSearchParams, today: string): Question {
  const year = asYear(search.get('year'));
  return {
    signed: asYear(search.get('signed')),
    park: search.get('park') || null,
    industry: search.get('industry') || null,
    year: year === null ? lastYearOver(today) : Number(year),
    moment: readMoment(search, today),
  };
}

/** The question as a URL, with further filters: `addressOf('/contracts', question, { park: id }, today)`. */
export function addressOf(
  path: string,
  question: Question,
  more: Record<string, string | null>,
  today: string,
): string {
  const all: Record<string, string | null> = {
    signed: question.signed,
    park: question.park,
    industry: question.industry,
    year: question.year === lastYearOver(today) ? null : String(question.year),
    ...more,
  };
  const search = new URLSearchParams(
    Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== ''),
  );
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The signing year as the two days that the API takes. */
export const signedDays = (signed: string | null): { signedFrom?: string; signedTo?: string } =>
  signed === null ? {} : { signedFrom: `${signed}-01-01`, signedTo: `${signed}-12-31` };

/** The question in the URL, and a setter. Changing one part keeps the others and returns to the first page. */
export function useQuestion(today: string): {
  question: Question;
  search: URLSearchParams;
  set: (change: Record<string, string | null>) => void;
} {
  const [search, setSearch] = useSearchParams();
  const question = useMemo(() => readQuestion(search, today), [search, today]);
  const set = (change: Record<string, string | null>) =>
    setSearch((before) => addressWith(before, change), { replace: true, preventScrollReset: true });
  return { question, search, set };
}
