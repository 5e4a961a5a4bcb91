import { Inject, Injectable } from '@nestjs/common';
import { can } from '@crm/api-contract/access';
import type { RowCorrection, imports } from '@crm/api-contract/imports';
import { sentenceFor, type Locale } from '@crm/api-contract/sentences';
import type { InputOf } from '@crm/api-contract/wire';
import type { ContractEntry, Directory } from '@crm/domain/imports';
import { Refusal, isRefusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type Rows, type Tx } from '@crm/platform/db';
import { findContracts, parcelTable, visibleContracts, type FoundContract } from '../../contracts/index.js';
import { CorrectionsService, correctionsOfImport } from '../../corrections/index.js';
import { refOf, type Actor } from '../../data-access/index.js';
import { directoryOf, importSeenBy } from '../imports.store.js';
import { refusalFactsInWords } from '../workbook-words.js';
import { demandStatus } from './change-import.js';
import { FigureCorrections } from './figure-corrections.js';
import { rightFacts, type HeldParcel, type RightFacts } from './right-facts.js';

const ROWS_SHOWN = 500;

interface DifferingRow {
  readonly row: number;
  readonly entry: ContractEntry;
  readonly found: FoundContract | undefined;
  readonly right: RightFacts | Refusal;
}

/**
 * Rows that are right where the system is wrong. A row of a ledger may become a correction of its contract, which
 * another person agrees to; annual figures are corrected as by hand.
 */
@Injectable()
export class RowCorrections {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly corrections: CorrectionsService,
    private readonly figures: FigureCorrections,
  ) {}

  list(actor: Actor, id: string, locale: Locale): Promise<{ data: RowCorrection[] }> {
    return this.database.read(async (rows) => {
      const { kind } = await importSeenBy(rows, actor, id);
      if (kind === 'annual-actuals') return { data: await this.shownFigures(rows, actor, id, locale) };
      return { data: kind === 'contract-ledger' ? await this.shown(rows, actor, id, locale) : [] };
    });
  }

  /**
   * Each row by itself: a refused one keeps no other back. Refuses `import.state`; the reasons of single rows are in
   * the answer.
   */
  ask(
    actor: Actor,
    id: string,
    { rows: chosen, reason }: InputOf<typeof imports.correct>['body'],
    locale: Locale,
  ): Promise<{ data: RowCorrection[] }> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const record = await importSeenBy(tx, actor, id);
      demandStatus(record, ['checked', 'committed']);
      if (record.kind === 'annual-actuals') {
        if (!can(actor, 'correct', 'Actual'))
          throw Refusal.forbidden('access.denied', { action: 'correct', subject: 'Actual' });
        const refusals = await this.figures.correct(tx, actor, id, chosen, reason);
        return { data: await this.shownFigures(tx, actor, id, locale, refusals) };
      }
      const differing = await this.differing(tx, actor, id);
      const refused = new Map<number, Refusal>();
      for (const row of [...new Set(chosen)].sort((a, b) => a - b)) {
        const refusal = await this.askRow(tx, actor, id, row, differing, reason);
        if (refusal) refused.set(row, refusal);
      }
      return { data: await this.shown(tx, actor, id, locale, refused) };
    });
  }

  private async shownFigures(
    rows: Rows,
    actor: Actor,
    importId: string,
    locale: Locale,
    refused: ReadonlyMap<number, Refusal> = new Map(),
  ): Promise<RowCorrection[]> {
    return (await this.figures.list(rows, actor, importId)).map(({ locked, ...one }) => {
      const refusal = refused.get(one.row) ?? (locked ? Refusal.conflict('actual.locked') : undefined);
      return { ...one, refused: refusal ? said(refusal, locale) : null };
    });
  }

  private async askRow(
    tx: Tx,
    actor: Actor,
    importId: string,
    importRow: number,
    differing: readonly DifferingRow[],
    reason: string,
  ): Promise<Refusal | undefined> {
    const { found, right } = differing.find(({ row }) => row === importRow) ?? {};
    if (!found || !right) return new Refusal('correction.settled');
    if (isRefusal(right)) return right;
    if (right.lines.length === 0) return new Refusal('correction.settled');
    await tx.run('SAVEPOINT one_row');
    try {
      await this.corrections.ask(tx, actor, found.contractId, right.facts, reason, { from: { importId, importRow } });
      return undefined;
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      await tx.run('ROLLBACK TO SAVEPOINT one_row');
      return thrown;
    }
  }

  private async shown(
    rows: Rows,
    actor: Actor,
    importId: string,
    locale: Locale,
    refused: ReadonlyMap<number, Refusal> = new Map(),
  ): Promise<RowCorrection[]> {
    const asked = new Map((await correctionsOfImport(rows, importId)).map((one) => [one.importRow, one]));
    return (await this.differing(rows, actor, importId)).map(({ row, entry, found, right }) => {
      const correction = asked.get(row);
      const refusal = refused.get(row) ?? (isRefusal(right) ? right : undefined);
      return {
        row,
        contractId: found?.contractId ?? null,
        contractNumber: found?.number ?? null,
        enterpriseName: entry.enterpriseName,
        projectName: entry.projectName,
        // Once asked for, what was asked; the contract may have moved since.
        lines:
          correction && correction.state !== 'withdrawn' ? correction.lines : isRefusal(right) ? [] : [...right.lines],
        refused: refusal ? said(refusal, locale) : null,
        correction: correction
          ? { id: correction.id, state: correction.state, approvalId: correction.approvalId }
          : null,
      };
    });
  }

  /** Rows that differ, of contracts that this person may see. */
  private async differing(rows: Rows, actor: Actor, importId: string): Promise<DifferingRow[]> {
    const stored = await rows.rows<{ row: number; entry: ContractEntry }>(
      `SELECT row, entry
       FROM import_row
       WHERE import_id = $1 AND outcome = 'differs' AND entry IS NOT NULL
       ORDER BY row
       LIMIT ${ROWS_SHOWN}`,
      [importId],
    );
    const found = await findContracts(
      rows,
      stored.map(({ entry }) => entry),
    );
    const ids = found.flatMap((one) => one?.contractId ?? []);
    const where = visibleContracts(actor, this.clock.today()).and('t.id = ANY(?)', ids);
    const seen = new Set(
      (await rows.rows<{ id: string }>(`SELECT t.id FROM contract t ${where.sql}`, where.values)).map(({ id }) => id),
    );
    const parcels: readonly HeldParcel[] = await parcelTable.find(rows, { contractId: ids, knownTo: null });
    const directory = await directoryOf(rows);
    return stored.flatMap(({ row, entry }, at): DifferingRow[] => {
      const one = found[at];
      if (!one)
        return [
          {
            row,
            entry,
            found: one,
            right: new Refusal(entry.kind === 'supplement' ? 'correction.paper' : 'correction.settled'),
          },
        ];
      return seen.has(one.contractId)
        ? [{ row, entry, found: one, right: rightOf(entry, one, parcels, directory) }]
        : [];
    });
  }
}

function rightOf(
  entry: ContractEntry,
  found: FoundContract,
  parcels: readonly HeldParcel[],
  directory: Directory,
): RightFacts | Refusal {
  try {
    return rightFacts(
      entry,
      found,
      parcels.filter(({ contractId }) => contractId === found.contractId),
      directory,
    );
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown;
    throw thrown;
  }
}

const said = ({ code, facts }: Refusal, locale: Locale) => ({
  code,
  message: sentenceFor(code, refusalFactsInWords(facts, locale), locale),
});
