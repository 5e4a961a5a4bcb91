import { Inject, Injectable } from '@nestjs/common';
import type { EvaluationFormula, evaluationFormula } from '@crm/api-contract/per-mu-classes';
import type { InputOf } from '@crm/api-contract/wire';
import { readFormula } from '@crm/domain/per-mu-classes';
import { DATABASE, Database, newId, supersede, type RowOf, type Rows, type ShownOf } from '@crm/platform/db';
import { StaleRecord, refOf, shaped, type Actor } from '../data-access/index.js';
import { evaluationFormulaTable } from './evaluation.entity.js';

export type StoredFormula = Pick<RowOf<typeof evaluationFormulaTable>, 'items' | 'capped' | 'bands'>;

interface FormulaRow extends ShownOf<typeof evaluationFormulaTable> {
  readonly enteredBy: string | null;
}

export const formulaInForce = async (rows: Rows): Promise<FormulaRow> =>
  (await rows.one<FormulaRow>(
    `SELECT ${evaluationFormulaTable.columns('t')}, u.name AS "enteredBy"
     FROM evaluation_formula t
     LEFT JOIN app_user u ON u.id = t.entered_by
     WHERE t.known_to IS NULL`,
  ))!;

const view = ({ id: _id, number, knownTo: _to, ...row }: FormulaRow): EvaluationFormula =>
  shaped<EvaluationFormula>()({ ...row, version: number });

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
      await supersede(tx, evaluationFormulaTable, {}, async () => {
        const before = await formulaInForce(tx);
        if (before.number !== version) throw new StaleRecord(view(before), ['items', 'capped', 'bands']);
        return { ...formula, id: newId(), number: before.number + 1, reason, enteredBy: actor.userId };
      });
      return view(await formulaInForce(tx));
    });
  }
}
