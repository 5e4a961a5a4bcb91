import { Inject, Injectable } from '@nestjs/common';
import type { evaluationRounds } from '@crm/api-contract/per-mu-classes';
import type { InputOf } from '@crm/api-contract/wire';
import { decimal, plain } from '@crm/domain/quantities';
import { Refusal, type FieldFault } from '@crm/domain/refusal';
import { DATABASE, Database, endsAt, newId, takeTurn, type Tx } from '@crm/platform/db';
import { refOf, type Actor } from '../data-access/index.js';
import { evaluationFirmTable, evaluationValueTable } from './evaluation.entity.js';
import { firmsNamed } from './find-firms.js';
import { proposalsFor } from './round.view.js';
import { firmsOf, openRound, touchRound, valuesOf, type RoundRow } from './rounds.store.js';

type Entry = InputOf<typeof evaluationRounds.enter>['body'];

interface Cell {
  readonly pointer: string;
  readonly firmId: string;
  readonly item: string;
  readonly value: string | null;
}

const pointerOf = (row: number, item: string): string =>
  `/rows/${row}/values/${item.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A whole grid of values: all or none; each fault has its cell. */
@Injectable()
export class EnterValuesService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Refuses `evaluation.closed`, `.firm-unknown`, `.firm-ambiguous`, `.firm-twice`, `.item-unknown` and `.reason`. */
  enter(actor: Actor, id: string, { source, reason, rows }: Entry) {
    return this.database.transaction(refOf(actor), async (tx) => {
      const round = await openRound(tx, id);
      const named = await firmsNamed(tx, rows);
      const faults = [...named.faults, ...itemFaults(round, rows)];
      if (faults.length > 0) throw Refusal.fields(faults);
      const ids = named.firms.flatMap((firm) => (firm ? [firm.id] : []));
      const joined = await join(tx, id, ids);
      const firmIds = new Map((await firmsOf(tx, id)).map((firm) => [firm.enterpriseId, firm.id]));
      const cells = rows.flatMap(({ values }, at) =>
        Object.entries(values).map(([item, value]): Cell => ({
          pointer: pointerOf(at, item),
          firmId: firmIds.get(ids[at]!)!,
          item,
          value,
        })),
      );
      const kept = new Map(
        (await valuesOf(tx, [...firmIds.values()])).map((row) => [`${row.firmId} ${row.item}`, row]),
      );
      const beforeOf = (cell: Cell) => kept.get(`${cell.firmId} ${cell.item}`);
      const fresh = cells.filter((cell) => cell.value !== null && !beforeOf(cell));
      const changed = cells.filter((cell) => {
        const before = beforeOf(cell);
        return before !== undefined && (cell.value === null || !decimal(before.value).eq(cell.value));
      });
      if (!reason && changed.length > 0)
        throw Refusal.fields(
          changed.map((cell) => ({
            pointer: cell.pointer,
            code: 'evaluation.reason',
            params: { before: plain(beforeOf(cell)!.value) },
          })),
        );
      // Called after the round is locked: a value ends where its correction begins.
      const at = await takeTurn(tx, evaluationValueTable.name);
      await evaluationValueTable.update(
        tx,
        { id: changed.map((cell) => beforeOf(cell)!.id), knownTo: null },
        { knownTo: endsAt(at) },
      );
      const corrected = changed.filter(({ value }) => value !== null);
      await evaluationValueTable.insertMany(
        tx,
        [...fresh, ...corrected].map((cell) => ({
          id: newId(),
          firmId: cell.firmId,
          item: cell.item,
          value: cell.value as string,
          source,
          reason: beforeOf(cell) ? (reason ?? null) : null,
          enteredBy: actor.userId,
          knownFrom: at,
        })),
      );
      if (fresh.length + changed.length + joined > 0) await touchRound(tx, id);
      return {
        entered: fresh.length,
        corrected: corrected.length,
        withdrawn: changed.length - corrected.length,
        unchanged: cells.length - fresh.length - changed.length,
        joined,
      };
    });
  }

  /** Fills missing values with those the system knows, with their source. */
  take(actor: Actor, id: string) {
    return this.database.transaction(refOf(actor), async (tx) => {
      const round = await openRound(tx, id);
      const firms = await firmsOf(tx, id);
      const values = await valuesOf(
        tx,
        firms.map((firm) => firm.id),
      );
      const firmIds = new Map(firms.map((firm) => [firm.enterpriseId, firm.id]));
      const there = new Set(values.map((row) => `${row.firmId} ${row.item}`));
      const missing = (await proposalsFor(tx, round, firms, values)).filter(
        ({ enterpriseId, item }) => !there.has(`${firmIds.get(enterpriseId)} ${item}`),
      );
      await evaluationValueTable.insertMany(
        tx,
        missing.map((one) => ({
          id: newId(),
          firmId: firmIds.get(one.enterpriseId)!,
          item: one.item,
          value: one.value,
          source: `${round.year} 年实绩：税收 ${one.taxWan} 万元 ÷ ${one.areaMu} 亩`,
          reason: null,
          enteredBy: actor.userId,
        })),
      );
      if (missing.length > 0) await touchRound(tx, id);
      return { entered: missing.length };
    });
  }
}

const itemFaults = (round: RoundRow, rows: Entry['rows']): FieldFault[] =>
  rows.flatMap(({ values }, at) =>
    Object.keys(values)
      .filter((item) => !round.items.some(({ key }) => key === item))
      .map((item) => ({ pointer: pointerOf(at, item), code: 'evaluation.item-unknown', params: { item } })),
  );

async function join(tx: Tx, roundId: string, enterpriseIds: readonly string[]): Promise<number> {
  const back = await tx.run(
    `UPDATE evaluation_firm
     SET left_out_reason = NULL
     WHERE round_id = $1 AND enterprise_id = ANY($2) AND left_out_reason IS NOT NULL`,
    [roundId, enterpriseIds],
  );
  return (
    back +
    (await evaluationFirmTable.insertMany(
      tx,
      enterpriseIds.map((enterpriseId) => ({ id: newId(), roundId, enterpriseId })),
      'DO NOTHING',
    ))
  );
}
