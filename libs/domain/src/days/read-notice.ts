import { addDays, isDay, yearOf, type Day } from './day.js';

export interface NoticedDay {
  readonly day: Day;
  readonly kind: 'holiday' | 'make-up';
  /** 元旦、春节 …; empty if the notice names none before. */
  readonly name: string;
}

/** What a notice says: the days of its year, and those of the years beside it, which are entered there. */
export interface Notice {
  readonly year: number;
  readonly days: readonly NoticedDay[];
  readonly beside: readonly NoticedDay[];
}

/** Longer than any holiday: a slip of the pen must not take a month off. */
const LONGEST = 16;
const NAME = /^(?:[一二三四五六七八九十]+[、.．])?([\p{Script=Han}、]{2,12})[:：]/u;
const SPAN = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/gu;

/**
 * Reads the State Council’s notice as it is published: “一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”
 * Remarks in brackets are skipped, and days before 放假 or 上班 are taken. A day is taken once; a span that is no span is
 * left out. Nothing is guessed: what is not written is an ordinary day.
 */
export function readNotice(text: string, year: number): Notice {
  const found = new Map<Day, NoticedDay>();
  let name = '';
  const plain = text.normalize('NFKC').replace(/\([^)]*\)/gu, '');
  for (const sentence of plain.split(/[。;\n]/u).map((one) => one.replace(/\s/gu, ''))) {
    name = NAME.exec(sentence)?.[1] ?? name;
    for (const clause of sentence.split(/(?<=放假|上班)/u)) {
      const kind = clause.endsWith('上班') ? 'make-up' : clause.endsWith('放假') ? 'holiday' : null;
      if (kind === null) continue;
      for (const day of daysIn(clause, year)) found.set(day, { day, kind, name });
    }
  }
  const all = [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    year,
    days: all.filter(({ day }) => yearOf(day) === year),
    beside: all.filter(({ day }) => yearOf(day) !== year),
  };
}

function daysIn(clause: string, year: number): Day[] {
  return [...clause.matchAll(SPAN)].flatMap(([, inYear, month, date, toYear, toMonth, toDate]) => {
    const first = dayOf(inYear ?? year, month!, date!);
    const last = toDate ? dayOf(toYear ?? year, toMonth ?? month!, toDate) : first;
    if (!first || !last) return [];
    const days: Day[] = [];
    for (let on = first; on <= last && days.length <= LONGEST; on = addDays(on, 1)) days.push(on);
    return days.length > LONGEST ? [] : days;
  });
}

function dayOf(year: number | string, month: string, date: string): Day | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
