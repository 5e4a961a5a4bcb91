import { Inject, Injectable } from '@nestjs/common';
import type { EvaluationFormula, evaluationFormula } from '@crm/api-contract/per-mu-classes';
import type { InputOf } from '@crm/api-contract/wire';
import { readFormula } from '@crm/domain/per-mu-classes';
import { DATABASE, Database, newId, type Rows } from '@crm/platform/db';
import { StaleRecord, refOf, type Actor } from '../data-access/index.js';

export interface StoredFormula {
  items: EvaluationFormula['items'];
  capped: boolean;
  bands: EvaluationFormula['bands'];
}

interface FormulaRow extends StoredFormula {
  id: string;
  number: number;
  reason: string;
  entered_by_name: string | null;
  known_from: string;
}

export const formulaInForce = async (rows: Rows): Promise<FormulaRow> =>
  (await rows.one<FormulaRow>(
    `SELECT t.id, t.number, t.items, t.capped, t.bands, t.reason, u.name AS entered_by_name, t.known_from
     FROM evaluation_formula t
     LEFT JOIN app_user u ON u.id = t.entered_by
     WHERE t.known_to IS NULL`,
  ))!;

const view = (row: FormulaRow): EvaluationFormula => ({
  items: row.items,
  capped: row.capped,
  bands: row.bands,
  reason: row.reason,
  enteredBy: row.entered_by_name,
  knownFrom: row.known_from,
  version: row.number,
});

/** The default formula. Each round has its own copy, so a change affects no existing round. */
@Injectable()
export class FormulaService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  inForce(_actor: Actor): Promise<EvaluationFormula> {
    return this.database.read(async (rows) => view(await formulaInForce(rows)));
  }

  /** Refuses `score.*` and `class.*`, each with its row. */
  change(
    actor: Actor,
    version: number,
    { reason, ...formula }: InputOf<typeof evaluationFormula.change>['body'],
  ): Promise<EvaluationFormula> {
    readFormula(formula);
    return this.database.transaction(refOf(actor), async (tx) => {
      await tx.rows('SELECT id FROM evaluation_formula WHERE known_to IS NULL FOR UPDATE');
      const before = await formulaInForce(tx);
      if (before.number !== version) throw new StaleRecord(view(before), ['items', 'capped', 'bands']);
      await tx.run('UPDATE evaluation_formula SET known_to = now() WHERE id = $1', [before.id]);
      await tx.run(
        `INSERT INTO evaluation_formula (id, number, items, capped, bands, reason, entered_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          newId(),
          before.number + 1,
          JSON.stringify(formula.items),
          formula.capped,
          JSON.stringify(formula.bands),
          reason,
          actor.userId,
        ],
      );
      return view(await formulaInForce(tx));
    });
  }
}
