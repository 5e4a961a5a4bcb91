import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '@crm/domain/days';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { grouped } from '../data-access/index.js';
import { BEFORE_ALL, type DueSource } from '../due/index.js';
import type { Planned } from './planned.js';
import { DUE_SOURCES, UNITS_AT_ONCE, groundOf, linesOf, questionFor } from './planning.js';
import type { RuleRow } from './rules.store.js';

/** Records that one request reads; a day with few due items takes several requests. */
const PAGES = 5;

export interface Previewed {
  readonly lines: readonly Planned[];
  /** Where the next request continues; null: the end. */
  readonly next: string | null;
}

/**
 * Who would get which reminder for the first time on a day, some hundred records at a time. Nothing is planned or sent.
 */
@Injectable()
export class PreviewReminders {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DUE_SOURCES) private readonly sources: readonly DueSource[],
  ) {}

  /**
   * `from`: `<room>:<last unit>`. A page ends after a whole record, so it may have a few more lines than requested.
   * `changed`: one rule as it would be; then only its reminders are shown.
   */
  preview(on: Day, perPage: number, from?: string, changed?: RuleRow): Promise<Previewed> {
    const sources = changed
      ? this.sources.filter(({ rules }) => rules.some(({ code }) => code === changed.code))
      : this.sources;
    const [room, unit] = from?.split(':') ?? [];
    const first = Math.max(
      0,
      sources.findIndex((source) => source.room === room),
    );
    return this.database.read(async (rows) => {
      const lines: Planned[] = [];
      let after = unit ?? BEFORE_ALL;
      let at = first;
      for (let pages = 0; at < sources.length && pages < PAGES; pages++) {
        const source = sources[at] as DueSource;
        const page = await this.page(rows, source, on, after, changed);
        for (const one of page.units) {
          for (const line of page.byUnit.get(one) ?? []) lines.push(line);
          if (lines.length >= perPage) return { lines, next: `${source.room}:${one}` };
        }
        after = page.units.at(-1) ?? BEFORE_ALL;
        if (page.units.length < UNITS_AT_ONCE) [at, after] = [at + 1, BEFORE_ALL];
      }
      return { lines, next: at < sources.length ? `${sources[at]?.room}:${after}` : null };
    });
  }

  private async page(rows: Rows, source: DueSource, on: Day, after: string, changed: RuleRow | undefined) {
    const stored = await groundOf(rows, this.config, on);
    const ground = changed ? { ...stored, rules: new Map(stored.rules).set(changed.code, changed) } : stored;
    const units = await source.units(rows, questionFor(ground, source, 0), { after, limit: UNITS_AT_ONCE });
    const lines = await linesOf(rows, ground, source, units, 0);
    return {
      units,
      byUnit: grouped(
        lines.filter(({ record }) => record.remindOn === on && (!changed || record.rule === changed.code)),
        ({ record }) => record.unit,
      ),
    };
  }
}
