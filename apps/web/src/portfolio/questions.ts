import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { addressWith } from '../parts/text/address.js';

/**
 * What the performance page and the list of contracts are asked about. It lives in the address alone: a link is the
 * same question to anyone.
 */
export interface Question {
  /** Signing year: '2021'. */
  signed: string | null;
  park: string | null;
  industry: string | null;
  /** The year judged. */
  year: number;
  /** Another day than today: by what is known now, or was known at its end. */
  moment: Moment | null;
}

export interface Moment {
  asOf: string;
  known: 'now' | 'then';
}

const asYear = (text: string | null): string | null => (text !== null && /^(19|20)\d\d$/.test(text) ? text : null);

/** `?asOf=2025-12-31&known=then`; today and days to come are no look back. */
export function readMoment(search: URLSearchParams, today: string): Moment | null {
  const asOf = search.get('asOf') ?? '';
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(asOf) || asOf >= today) return null;
  return { asOf, known: search.get('known') === 'then' ? 'then' : 'now' };
}

/** The last year that is over on the day: its figures are what can be judged. */
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

/**
 * The same question as an address, with what a number narrows it by: `addressOf('/contracts', question, { park: id },
 * today)`.
 */
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

/** Signing year as the two days the API asks for. */
export const signedDays = (signed: string | null): { signedFrom?: string; signedTo?: string } =>
  signed === null ? {} : { signedFrom: `${signed}-01-01`, signedTo: `${signed}-12-31` };

/**
 * The question in the address of this page, and how to change a word of it. Changing one word keeps the rest and goes
 * back to the first page of a list.
 */
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
