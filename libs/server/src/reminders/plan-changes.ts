import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, isDatabaseAway, type Tx } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import { grouped } from '../data-access/index.js';
import { BEFORE_ALL, type DueSource } from '../due/index.js';
import { gatherDigests } from './digest.store.js';
import { todayIn } from './occurrences.store.js';
import { none, planUnits, plus, takeRoom, type Counts } from './plan-units.js';
import { DUE_SOURCES, UNITS_AT_ONCE, groundOf, type Ground } from './planning.js';
import { told } from './sweeps.store.js';

/** Changes handled in one transaction. Single ones go first, so that an import does not delay them. */
const CHANGES_AT_ONCE = 100;

/** A failed change waits one minute, then two, four, … at most an hour. */
const LATER = `now() + make_interval(mins => least(60, power(2, tries)::int))`;

interface Change {
  id: string;
  kind: string;
  record: string;
}

/** Plans only the changed records again, so the cost does not depend on the size of the zone. */
@Injectable()
export class PlanChanges {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(DUE_SOURCES) private readonly sources: readonly DueSource[],
  ) {}

  /**
   * Continues until nothing is left that may be tried now. Safe to run twice at once: each change is taken by one run.
   */
  async drain(): Promise<Counts> {
    let counts = none;
    for (;;) {
      const batch = await this.batch();
      if (!batch) break;
      counts = plus(counts, batch);
    }
    const { zone } = this.config;
    while ((await this.transaction(async (tx) => gatherDigests(tx, await todayIn(tx, zone), zone))) > 0);
    return counts;
  }

  private async batch(): Promise<Counts | undefined> {
    try {
      return await this.transaction((tx) => this.follow(tx));
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      this.log.warn({ err: error }, 'changes could not be planned together; they are planned one by one');
      return this.singly();
    }
  }

  /** The change is taken before the records are read, so they are at least as new as the change. */
  private async follow(tx: Tx, id?: string): Promise<Counts | undefined> {
    const changes = await tx.rows<Change>(
      `DELETE FROM due_change
       WHERE id IN (
           SELECT id
           FROM due_change
           WHERE (not_before IS NULL OR not_before <= now()) AND ($1::bigint IS NULL OR id = $1)
           ORDER BY bulk, id
           LIMIT ${CHANGES_AT_ONCE}
           FOR UPDATE SKIP LOCKED
         )
       RETURNING id, kind, record`,
      [id ?? null],
    );
    if (changes.length === 0) return undefined;
    const byKind = grouped(changes, ({ kind }) => kind);
    let counts = none;
    for (const source of this.sources)
      for (const [kind, touched] of byKind)
        if (source.touchedBy[kind])
          counts = plus(
            counts,
            await this.touched(tx, source, kind, [...new Set(touched.map(({ record }) => record))]),
          );
    return counts;
  }

  private async touched(tx: Tx, source: DueSource, kind: string, records: readonly string[]): Promise<Counts> {
    await takeRoom(tx, source);
    const ground: Ground = await groundOf(tx, this.config);
    let counts = none;
    for (let after = BEFORE_ALL; ;) {
      const units = await tx.rows<{ id: string }>(
        `SELECT DISTINCT t.id
         FROM (${source.touchedBy[kind]}) AS t(id)
         WHERE t.id > $2
         ORDER BY t.id
         LIMIT ${UNITS_AT_ONCE}`,
        [records, after],
      );
      const ids = units.map(({ id }) => id);
      if (ids.length > 0) counts = plus(counts, await planUnits(tx, ground, this.config.zone, source, { units: ids }));
      if (ids.length < UNITS_AT_ONCE) return counts;
      after = ids.at(-1) as string;
    }
  }

  /** If one of them cannot be planned, it waits and is reported, and does not delay the others. */
  private async singly(): Promise<Counts> {
    const next = await this.database.read((rows) =>
      rows.rows<{ id: string }>(
        `SELECT id
         FROM due_change
         WHERE not_before IS NULL OR not_before <= now()
         ORDER BY bulk, id
         LIMIT ${CHANGES_AT_ONCE}`,
      ),
    );
    let counts = none;
    for (const { id } of next) {
      try {
        counts = plus(counts, (await this.transaction((tx) => this.follow(tx, id))) ?? none);
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        this.log.error({ err: error, change: id }, 'the reminders of a change could not be planned');
        await this.transaction((tx) =>
          tx.run(
            `UPDATE due_change
             SET tries = tries + 1, not_before = ${LATER}, error = $2
             WHERE id = $1`,
            [id, told(error)],
          ),
        );
      }
    }
    return counts;
  }

  private transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction('system:reminders', work);
  }
}
