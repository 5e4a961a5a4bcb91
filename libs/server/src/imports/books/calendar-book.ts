import type { ImportQuestion } from '@crm/api-contract/imports';
import type { WorkingDayEntry } from '@crm/domain/imports';
import { dueRulesChanged } from '../../due/index.js';
import {
  demandYearsFree,
  differenceKey,
  putYear,
  revertYears,
  storedYears,
  yearDifference,
  type NamedDay,
  type StoredYear,
} from '../../standards/index.js';
import type { LedgerBook, Standing } from './ledger-book.js';

interface CalendarUndo {
  readonly years: readonly number[];
  readonly replaced: readonly StoredYear[];
}

const yearsIn = (entries: readonly WorkingDayEntry[]): number[] => [...new Set(entries.map(({ year }) => year))].sort();
const daysIn = (entries: readonly WorkingDayEntry[], year: number): NamedDay[] =>
  entries.filter((entry) => entry.year === year).flatMap(({ name, days }) => days.map((one) => ({ ...one, name })));

/**
 * A calendar is imported year by year. An existing year that differs is replaced only if a person confirmed exactly
 * that difference.
 */
export const calendarBook: LedgerBook<WorkingDayEntry> = {
  async compare(rows, entries, confirmed) {
    const there = await storedYears(rows, yearsIn(entries));
    const questions: ImportQuestion[] = [];
    const standingOf = new Map(
      yearsIn(entries).map((year): [number, Standing] => {
        const loaded = there.find((one) => one.year === year);
        if (!loaded) return [year, { is: 'new' }];
        const days = yearDifference(loaded.days, daysIn(entries, year));
        if (days.length === 0) return [year, { is: 'unchanged' }];
        const key = differenceKey(year, days);
        questions.push({
          key,
          question: 'replace-year',
          confirmed: confirmed.has(key),
          year,
          days,
          versions: [],
          figures: [],
          firms: [],
          codes: [],
        });
        return [
          year,
          confirmed.has(key)
            ? { is: 'new' }
            : { is: 'differs', code: 'calendar.year-differs', facts: { year, days: days.length } },
        ];
      }),
    );
    return { standings: new Map(entries.map(({ row, year }) => [row, standingOf.get(year)!])), questions };
  },

  async enter(tx, _actor, importId, entries, { fileName }) {
    const years = yearsIn(entries);
    const replaced = await storedYears(tx, years);
    for (const year of years) {
      const source = entries.find((entry) => entry.year === year && entry.source !== '')?.source ?? fileName;
      await putYear(tx, importId, { year, source, days: daysIn(entries, year) });
    }
    // Terms in working days now end on other days.
    if (years.length > 0) await dueRulesChanged(tx);
    const undo: CalendarUndo = { years, replaced };
    return { result: { years: years.length, days: entries.reduce((sum, { days }) => sum + days.length, 0) }, undo };
  },

  mayRevert: (rows, importId, undo) => demandYearsFree(rows, importId, (undo as CalendarUndo).years),

  async revert(tx, importId, undo) {
    const { years, replaced } = undo as CalendarUndo;
    await revertYears(tx, importId, replaced, years);
    await dueRulesChanged(tx);
  },
};
