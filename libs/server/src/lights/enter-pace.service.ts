import { Inject, Injectable } from '@nestjs/common';
import type { paceTargets } from '@crm/api-contract/lights';
import type { InputOf } from '@crm/api-contract/wire';
import { firstDayOfYear } from '@crm/domain/days';
import { decimal, plain, wanOf, type MoneyUnit } from '@crm/domain/quantities';
import { Refusal, isRefusal, type FieldFault } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, endsAt, newId, takeTurn, type ShownOf, type Tx } from '@crm/platform/db';
import type { TypedAmount } from '../contracts/index.js';
import { Where, reaching, refOf, type Actor } from '../data-access/index.js';
import { paceFigureTable, paceTargetTable } from './light.entity.js';

type Entry = InputOf<typeof paceTargets.enter>['body'];
type Cell = Entry['cells'][number];
type Kind = 'plan' | 'actual';

interface Value {
  readonly at: number;
  readonly kind: Kind;
  readonly cell: Cell;
  readonly wan: string;
  readonly entered: TypedAmount;
}

type Kept = ShownOf<typeof paceFigureTable>;

const subjectOf = (cell: Cell): string => (cell.subjectKind === 'zone' ? '' : (cell.subjectId ?? ''));
const targetKey = (cell: Pick<Cell, 'subjectKind' | 'indicator'>, subjectId: string): string =>
  JSON.stringify([cell.subjectKind, subjectId, cell.indicator]);
const figureKey = (targetId: string, month: number, kind: Kind): string => `${targetId} ${month} ${kind}`;

/** Plans and actuals, many at once: all or none; each fault has its cell. */
@Injectable()
export class EnterPaceService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Refuses `pace.future`, `pace.reason`, `pace.cell-twice`, `pace.nothing`, `park.unknown`, `pace.subject-unknown` and
   * `money.*`, each with its cell.
   */
  enter(actor: Actor, { year, source, reason, cells }: Entry) {
    const faults: FieldFault[] = [];
    const values = cells.flatMap((cell, at) => valuesOf(cell, at, faults));
    faults.push(...twice(cells), ...this.ahead(year, cells));
    return this.database.transaction(refOf(actor), async (tx) => {
      faults.push(...(await this.unknown(tx, actor, cells)));
      if (faults.length > 0) throw Refusal.fields(faults);
      if (values.length === 0) throw new Refusal('pace.nothing');
      const targets = await this.targets(tx, actor, year, cells);
      const kept = await keptFigures(tx, [...targets.values()]);
      const beforeOf = (value: Value) =>
        kept.get(figureKey(targets.get(targetKey(value.cell, subjectOf(value.cell)))!, value.cell.month, value.kind));
      const fresh = values.filter((value) => !beforeOf(value));
      const corrections = values.filter((value) => {
        const before = beforeOf(value);
        return before !== undefined && !decimal(before.valueWan).eq(value.wan);
      });
      if (!reason && corrections.length > 0)
        throw Refusal.fields(
          corrections.map(({ at, kind, ...value }) => ({
            pointer: `/cells/${at}/${kind}`,
            code: 'pace.reason',
            params: { month: value.cell.month, before: beforeOf({ at, kind, ...value })!.valueWan },
          })),
        );
      // Called after the targets are locked: a corrected value ends where its correction begins.
      const at = await takeTurn(tx, paceFigureTable.name);
      await paceFigureTable.update(
        tx,
        { id: corrections.map((value) => beforeOf(value)!.id), knownTo: null },
        { knownTo: endsAt(at) },
      );
      await paceFigureTable.insertMany(
        tx,
        [...fresh, ...corrections].map((value) => ({
          id: newId(),
          targetId: targets.get(targetKey(value.cell, subjectOf(value.cell)))!,
          month: value.cell.month,
          kind: value.kind,
          valueWan: value.wan,
          entered: value.entered,
          source,
          reason: beforeOf(value) ? (reason ?? null) : null,
          enteredBy: actor.userId,
          knownFrom: at,
        })),
      );
      return {
        entered: fresh.length,
        corrected: corrections.length,
        unchanged: values.length - fresh.length - corrections.length,
      };
    });
  }

  /** An actual needs a month that has begun; a plan may be ahead. */
  private ahead(year: number, cells: readonly Cell[]): FieldFault[] {
    const month = this.clock.today().slice(0, 7);
    return cells.flatMap((cell, at) =>
      cell.actual && `${firstDayOfYear(year).slice(0, 4)}-${String(cell.month).padStart(2, '0')}` > month
        ? [{ pointer: `/cells/${at}/actual`, code: 'pace.future', params: { year, month: cell.month } }]
        : [],
    );
  }

  /** A subject that does not exist and one the actor may not see get the same answer. */
  private async unknown(tx: Tx, actor: Actor, cells: readonly Cell[]): Promise<FieldFault[]> {
    const ids = (kind: Cell['subjectKind']) => [
      ...new Set(
        cells.filter((cell) => cell.subjectKind === kind && cell.subjectId).map((cell) => cell.subjectId as string),
      ),
    ];
    const found = new Set(
      (await tx.rows<{ id: string }>('SELECT id FROM park WHERE id = ANY($1)', [ids('park')])).map(({ id }) => id),
    );
    for (const [kind, table] of [
      ['contract', 'contract'],
      ['project', 'investment_project'],
    ] as const) {
      const where = new Where()
        .and(...reaching(actor, ['read', 'PaceTarget'], [table, 't'], this.clock.today()))
        .and('t.id = ANY(?)', ids(kind));
      for (const { id } of await tx.rows<{ id: string }>(`SELECT t.id FROM ${table} t ${where.sql}`, where.values))
        found.add(id);
    }
    return cells.flatMap((cell, at) => {
      if (cell.subjectKind === 'zone') return [];
      if (!cell.subjectId) return [{ pointer: `/cells/${at}/subjectId`, code: 'field.required' }];
      return found.has(cell.subjectId)
        ? []
        : [
            {
              pointer: `/cells/${at}/subjectId`,
              code: cell.subjectKind === 'park' ? 'park.unknown' : 'pace.subject-unknown',
            },
          ];
    });
  }

  /** Creates missing targets and locks them: a second entry of the same cells waits and finds the values. */
  private async targets(
    tx: Tx,
    actor: Actor,
    year: number,
    cells: readonly Cell[],
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Map(cells.map((cell) => [targetKey(cell, subjectOf(cell)), cell])).values()];
    const own = (cell: Cell, kind: Cell['subjectKind']) => (cell.subjectKind === kind ? cell.subjectId : null);
    await paceTargetTable.insertMany(
      tx,
      wanted.map((cell) => ({
        id: newId(),
        subjectKind: cell.subjectKind,
        parkId: own(cell, 'park') ?? null,
        projectId: own(cell, 'project') ?? null,
        contractId: own(cell, 'contract') ?? null,
        indicator: cell.indicator,
        year,
        createdBy: actor.userId,
      })),
      'DO NOTHING',
    );
    const rows = await tx.rows<{
      id: string;
      subjectKind: Cell['subjectKind'];
      subjectId: string | null;
      indicator: string;
    }>(
      `SELECT
         id, subject_kind AS "subjectKind", coalesce(park_id, project_id, contract_id) AS "subjectId", indicator
       FROM pace_target
       WHERE year = $1 AND indicator = ANY($2)
       ORDER BY id
       FOR UPDATE`,
      [year, [...new Set(wanted.map(({ indicator }) => indicator))]],
    );
    return new Map(
      rows.map((row) => [
        targetKey({ subjectKind: row.subjectKind, indicator: row.indicator }, row.subjectId ?? ''),
        row.id,
      ]),
    );
  }
}

async function keptFigures(tx: Tx, targetIds: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
  const rows = await paceFigureTable.find(tx, { targetId: targetIds, knownTo: null });
  return new Map(rows.map((row) => [figureKey(row.targetId, row.month, row.kind), row]));
}

function valuesOf(cell: Cell, at: number, faults: FieldFault[]): Value[] {
  return (['plan', 'actual'] as const).flatMap((kind): Value[] => {
    const entry = cell[kind] as { value: string; unit: MoneyUnit } | undefined;
    if (!entry) return [];
    try {
      return [
        {
          at,
          kind,
          cell,
          wan: plain(wanOf(entry)),
          entered: { value: plain(entry.value), unit: entry.unit },
        },
      ];
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      faults.push(...thrown.at(`/cells/${at}/${kind}/value`).errors);
      return [];
    }
  });
}

function twice(cells: readonly Cell[]): FieldFault[] {
  const seen = new Set<string>();
  return cells.flatMap((cell, at) => {
    const key = `${targetKey(cell, subjectOf(cell))} ${cell.month}`;
    const again = seen.has(key);
    seen.add(key);
    return again ? [{ pointer: `/cells/${at}`, code: 'pace.cell-twice', params: { month: cell.month } }] : [];
  });
}
