import { Inject, Injectable } from '@nestjs/common';
import type { RowCorrection } from '@crm/api-contract/imports';
import type { FiguresEntry } from '@crm/domain/imports';
import { decimal, plain } from '@crm/domain/quantities';
import { Refusal, isRefusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import type { Rows, Tx } from '@crm/platform/db';
import { ActualsService, findActuals, type FoundFigure } from '../../commitments/index.js';
import { visibleContracts } from '../../contracts/index.js';
import { grouped, type Actor } from '../../data-access/index.js';
import type { PlacedFigure } from '../books/doubtful-figures.js';
import { placedFigures } from '../books/figures-book.js';

const ROWS_SHOWN = 500;

/** A figure of a row beside the stored one of the same contract, indicator, year and source. */
interface Compared {
  readonly figure: PlacedFigure;
  readonly there: FoundFigure;
}

interface FigureRow {
  readonly row: number;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly enterpriseName: string;
  readonly projectName: string;
  readonly differing: readonly Compared[];
  /** Those that equal the row because they were corrected, with the value before. */
  readonly corrected: readonly (Compared & { readonly before: string })[];
}

/**
 * Rows of annual figures that are stored with other values. A figure is corrected by the verb of its room: with a
 * reason, the old value kept; one that somebody has verified is locked. It needs no second person, as by hand.
 */
@Injectable()
export class FigureCorrections {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly actuals: ActualsService,
  ) {}

  async list(rows: Rows, actor: Actor, importId: string): Promise<(RowCorrection & { locked: boolean })[]> {
    return (await this.rowsOf(rows, actor, importId)).map(({ differing, corrected, ...about }) => ({
      ...about,
      lines: [
        ...differing.map(({ figure, there }) => lineOf(figure, there.valueWan)),
        ...corrected.map(({ figure, before }) => lineOf(figure, before)),
      ],
      refused: null,
      locked: differing.some(({ there }) => there.verified),
      correction:
        differing.length === 0 && corrected[0]
          ? { id: corrected[0].there.id, state: 'in-force' as const, approvalId: null }
          : null,
    }));
  }

  /** Each row by itself; the reasons of refused ones by their number. */
  async correct(
    tx: Tx,
    actor: Actor,
    importId: string,
    chosen: readonly number[],
    reason: string,
  ): Promise<ReadonlyMap<number, Refusal>> {
    const all = new Map((await this.rowsOf(tx, actor, importId)).map((one) => [one.row, one]));
    const refused = new Map<number, Refusal>();
    for (const row of [...new Set(chosen)].sort((a, b) => a - b)) {
      const differing = all.get(row)?.differing ?? [];
      const refusal =
        differing.length === 0
          ? new Refusal('correction.settled')
          : await this.correctRow(tx, actor, differing, reason);
      if (refusal) refused.set(row, refusal);
    }
    return refused;
  }

  private async correctRow(
    tx: Tx,
    actor: Actor,
    differing: readonly Compared[],
    reason: string,
  ): Promise<Refusal | undefined> {
    await tx.run('SAVEPOINT one_row');
    try {
      for (const { figure, there } of differing)
        await this.actuals.correctIn(tx, actor, there.id, { value: figure.entered, reason } as never);
      return undefined;
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      await tx.run('ROLLBACK TO SAVEPOINT one_row');
      return thrown;
    }
  }

  private async rowsOf(rows: Rows, actor: Actor, importId: string): Promise<FigureRow[]> {
    const stored = await rows.rows<{ row: number; entry: FiguresEntry }>(
      `SELECT row, entry
       FROM import_row
       WHERE import_id = $1 AND outcome = 'differs' AND entry IS NOT NULL
       ORDER BY row
       LIMIT ${ROWS_SHOWN}`,
      [importId],
    );
    const placed = await placedFigures(
      rows,
      stored.map(({ entry }) => entry),
    );
    const found = await findActuals(rows, placed);
    const seen = await this.contractsSeen(
      rows,
      actor,
      placed.map(({ contractId }) => contractId),
    );
    const before = await valuesBefore(
      rows,
      found.flatMap((one) => one?.id ?? []),
    );
    const compared = placed.flatMap((figure, at): Compared[] => {
      const there = found[at];
      return there && seen.has(figure.contractId) ? [{ figure, there }] : [];
    });
    return [...grouped(compared, ({ figure }) => figure.row)].map(([row, own]): FigureRow => {
      const { contractId, enterpriseName } = own[0]!.figure;
      const { number, projectName } = seen.get(contractId)!;
      return {
        ...{ row, contractId, contractNumber: number, enterpriseName, projectName },
        differing: own.filter(({ figure, there }) => !decimal(there.valueWan).eq(figure.valueWan)),
        corrected: own.flatMap((one) => {
          const was = before.get(one.there.id);
          return was !== undefined && decimal(one.there.valueWan).eq(one.figure.valueWan)
            ? [{ ...one, before: plain(was) }]
            : [];
        }),
      };
    });
  }

  private async contractsSeen(rows: Rows, actor: Actor, ids: readonly string[]) {
    const where = visibleContracts(actor, this.clock.today()).and('t.id = ANY(?)', ids);
    const found = await rows.rows<{ id: string; number: string; projectName: string }>(
      `SELECT t.id, t.number, j.name AS "projectName"
       FROM contract t
       JOIN investment_project j ON j.id = t.project_id
       ${where.sql}
       LIMIT ${ROWS_SHOWN}`,
      where.values,
    );
    return new Map(found.map((one) => [one.id, one]));
  }
}

/** By corrected figure: the value that it replaced. */
async function valuesBefore(rows: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows.rows<{ id: string; value: string }>(
    'SELECT a.id, o.value FROM actual a JOIN actual o ON o.id = a.corrects_id WHERE a.id = ANY($1)',
    [ids],
  );
  return new Map(found.map(({ id, value }) => [id, value]));
}

const lineOf = ({ indicator, year, valueWan }: PlacedFigure, before: string) => ({
  field: `figure.${indicator}.${year}`,
  before,
  after: valueWan,
});
