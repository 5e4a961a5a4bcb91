import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Refusal } from '@crm/domain/refusal';
import { runInContext } from '@crm/platform/context';
import { DATABASE, Database, type Tx } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import { namedBySession, toldForeign, writeEntries } from './trail.store.js';
import { WaitingEntries, readyEntry, type Entry, type ReadyEntry, type Told } from './waiting.js';

/** Entries that wait are written together within this time. A crash loses at most these. */
const WITHIN_MS = 500;
/** With so many waiting the database does not take them, and nothing more is shown that must be told. */
const FULL = 20_000;
const LAST_TRIES = 3;

/** Tells the audit trail about acts that change no record: sign-ins, refusals, reads, downloads (docs/adr/0041). */
@Injectable()
export class Trail implements OnApplicationShutdown {
  private readonly waiting = new WaitingEntries();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<boolean> = Promise.resolve(true);

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** In the transaction of the act: both are committed, or neither. */
  write(tx: Tx, told: Told): Promise<void> {
    const once = new WaitingEntries();
    once.add(told);
    return writeEntries(tx, once.take().map(readyEntry));
  }

  /** As `write`, but beyond thirty in a minute the act is counted instead. For acts that a stranger can repeat. */
  async writeBounded(tx: Tx, told: Told): Promise<void> {
    if (this.waiting.isWithin(told)) return this.write(tx, told);
    this.waiting.add(this.waiting.together(told));
    this.writeSoon();
  }

  /** In a transaction of its own, before the answer is given. */
  async writeNow(told: Told): Promise<void> {
    await this.database.transaction('system:trail', (tx) => this.write(tx, told));
  }

  /** Within a second. The same act on the same record is counted in one entry. */
  note(told: Told): void {
    this.waiting.add(told);
    this.writeSoon();
  }

  /** As `note`, for acts that anybody can repeat at will. */
  noteBounded(told: Told): void {
    this.waiting.addBounded(told);
    this.writeSoon();
  }

  /** Refuses `trail.behind` (503) while what was shown before could not be told. */
  assertTells(): void {
    if (this.waiting.size >= FULL) throw new Refusal('trail.behind', { retryAfterSeconds: 5 });
  }

  /** After the last answer, and before the connections to the database are closed. */
  async onApplicationShutdown(): Promise<void> {
    for (let tries = 0; tries < LAST_TRIES && !(await this.writeAll()); tries++);
    const lost = this.waiting.take();
    // The log is the last place that can keep them.
    if (lost.length > 0) this.log.error({ entries: lost.map(readyEntry) }, 'the audit trail could not be written');
  }

  /** Writes everything that waits. False if the database did not take it. */
  writeAll(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => {
      const taken = this.waiting.take();
      // The trace and the claim are those of the entries, not of the request that happened to be the first.
      return taken.length === 0 || runInContext({ traceId: '' }, () => this.tryToWrite(taken));
    });
    return this.writing;
  }

  private async tryToWrite(taken: readonly Entry[]): Promise<boolean> {
    try {
      const ready = await this.database.read(async (rows) =>
        toldForeign(rows, await namedBySession(rows, taken.map(readyEntry))),
      );
      await this.writeOrSetApart(ready);
      return true;
    } catch (error) {
      this.log.warn({ err: error, waiting: taken.length }, 'the audit trail is written later');
      this.waiting.putBack(taken);
      this.writeSoon();
      return false;
    }
  }

  /** All of them; an entry that the database can never store is kept in the log and holds up no other. */
  private async writeOrSetApart(entries: readonly ReadyEntry[]): Promise<void> {
    try {
      await this.database.transaction('system:trail', (tx) => writeEntries(tx, entries));
    } catch (error) {
      if (!isUnstorable(error)) throw error;
      if (entries.length === 1) return this.log.error({ err: error, entries }, 'an entry cannot be stored');
      const half = Math.ceil(entries.length / 2);
      await this.writeOrSetApart(entries.slice(0, half));
      await this.writeOrSetApart(entries.slice(half));
    }
  }

  private writeSoon(): void {
    this.timer ??= setTimeout(() => void this.writeAll(), WITHIN_MS).unref();
  }
}

/** A value that no column takes. Everything else may be over later. */
const isUnstorable = (error: unknown): boolean => /^2[23]/.test((error as { code?: string }).code ?? '');
