import type { Import, RowOutcome } from '@crm/api-contract/imports';
import {
  BESIDE,
  type CellFault,
  type Directory,
  type GridCell,
  type ImportEntry,
  type Listed,
  type NoticedCell,
  type RowKind,
} from '@crm/domain/imports';
import { computed, type ShownOf, type Rows, type Tx } from '@crm/platform/db';
import { Where, known, reaching, type Actor } from '../data-access/index.js';
import { importProgressTable, importRowTable, importTable } from './import.entity.js';

export interface ImportRecord extends ShownOf<typeof importTable> {
  readonly createdByName: string;
  readonly done: number | null;
  readonly total: number | null;
}
export type ImportRowRecord = ShownOf<typeof importRowTable>;

export const IMPORT_COLUMNS = `${importTable.columns('t')}, u.name AS "createdByName", p.done, p.total`;
export const IMPORT_FROM =
  'import t JOIN app_user u ON u.id = t.created_by LEFT JOIN import_progress p ON p.import_id = t.id';

/** Imports an actor may see, by who uploaded them. */
export const visibleImports = (actor: Actor, where = new Where()): Where =>
  where.and(...reaching(actor, ['read', 'Import'], ['import', 't']));

export async function importSeenBy(rows: Rows, actor: Actor, id: string): Promise<ImportRecord> {
  const where = visibleImports(actor).and('t.id = ?', id);
  return known(await rows.one<ImportRecord>(`SELECT ${IMPORT_COLUMNS} FROM ${IMPORT_FROM} ${where.sql}`, where.values));
}

/** The actor who confirmed an import, as the services would see them in person. */
export async function actorOf(rows: Rows, userId: string): Promise<Actor> {
  const user = known(
    await rows.one<{
      username: string;
      name: string;
      role: Actor['role'];
      departmentId: string | null;
      dataScope: Actor['dataScope'];
    }>(
      'SELECT username, name, role, department_id AS "departmentId", data_scope AS "dataScope" FROM app_user WHERE id = $1',
      [userId],
    ),
  );
  return {
    userId,
    username: user.username,
    name: user.name,
    role: user.role,
    departmentId: user.departmentId,
    departmentName: null,
    dataScope: user.dataScope,
    locale: 'zh',
    sessionId: '',
  };
}

/** For the worker's steps. */
export const importById = (rows: Rows, id: string): Promise<ImportRecord | undefined> =>
  rows.one<ImportRecord>(`SELECT ${IMPORT_COLUMNS} FROM ${IMPORT_FROM} WHERE t.id = $1`, [id]);

/** Locks the record until the end of the transaction, so that two steps of one import never overlap. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  await tx.rows('SELECT 1 FROM import WHERE id = $1 FOR UPDATE', [id]);
  return importById(tx, id);
}

export const fileOf = async (rows: Rows, id: string): Promise<Buffer> =>
  known(await rows.one<{ content: Buffer }>('SELECT content FROM import_file WHERE import_id = $1', [id])).content;

const ROW_COLUMNS = importRowTable.columns();
/** The row with the person's corrections; its outcome is not read. */
export type SheetRowRecord = Pick<ImportRowRecord, 'row' | 'hidden' | 'cells' | 'fixes'>;
export type ValidRow = Pick<ImportRowRecord, 'row' | 'faults' | 'notices'> & { readonly entry: ImportEntry };
export const rowsOf = (rows: Rows, id: string): Promise<SheetRowRecord[]> =>
  rows.rows<SheetRowRecord>(`SELECT row, hidden, cells, fixes FROM import_row WHERE import_id = $1 ORDER BY row`, [id]);
export const rowsBetween = (rows: Rows, id: string, from: number, to: number): Promise<ImportRowRecord[]> =>
  rows.rows<ImportRowRecord>(
    `SELECT ${ROW_COLUMNS} FROM import_row WHERE import_id = $1 AND row BETWEEN $2 AND $3 ORDER BY row`,
    [id, from, to],
  );
export const faultyRows = (rows: Rows, id: string, most: number): Promise<ImportRowRecord[]> =>
  rows.rows<ImportRowRecord>(
    `SELECT ${ROW_COLUMNS}
     FROM import_row
     WHERE import_id = $1 AND outcome IN ('invalid', 'differs')
     ORDER BY row
     LIMIT ${most}`,
    [id],
  );
export const validRows = (rows: Rows, id: string): Promise<ValidRow[]> =>
  rows.rows<ValidRow>(
    `SELECT row, faults, notices, entry
     FROM import_row
     WHERE import_id = $1 AND outcome = 'valid'
     ORDER BY row`,
    [id],
  );
/** Valid rows that only wait for a question to be confirmed. */
export const waitingRows = (rows: Rows, id: string): Promise<ValidRow[]> =>
  rows.rows<ValidRow>(
    `SELECT row, faults, notices, entry
     FROM import_row
     WHERE import_id = $1
         AND outcome = 'invalid'
         AND entry IS NOT NULL
         AND faults @> '[{"code": "standard.follows-open"}]'
     ORDER BY row`,
    [id],
  );
/** Answers outside the columns, by row. */
export const chosenBeside = (rows: Rows, id: string): Promise<Import['chosen']> =>
  rows.rows(
    `SELECT row, fixes ->> $2::text AS value
     FROM import_row
     WHERE import_id = $1 AND jsonb_exists(fixes, $2::text)
     ORDER BY row`,
    [id, String(BESIDE)],
  );
export const lastRowOf = async (rows: Rows, id: string): Promise<number> =>
  (await rows.one<{ last: number | null }>('SELECT max(row) AS last FROM import_row WHERE import_id = $1', [id]))
    ?.last ?? 0;

export async function directoryOf(rows: Rows): Promise<Directory> {
  const parks = await rows.rows<Listed>(
    `SELECT id, name, code, short_name AS "shortName", park_class AS "parkClass", region
     FROM park
     ORDER BY position`,
  );
  const industries = await rows.rows<Listed>('SELECT id, name, code, aliases FROM industry ORDER BY position');
  return { parks, industries };
}

/** Those of the codes that a firm is registered with: a person has seen them before. */
export const registeredAmong = async (rows: Rows, codes: readonly string[]): Promise<string[]> =>
  codes.length === 0
    ? []
    : (
        await rows.rows<{ code: string }>('SELECT credit_code AS code FROM enterprise WHERE credit_code = ANY($1)', [
          codes,
        ])
      ).map(({ code }) => code);

const BATCH = 1_000;
const inBatches = async <T>(items: readonly T[], take: (json: string) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < items.length; at += BATCH) await take(JSON.stringify(items.slice(at, at + BATCH)));
};

/** Replaces all rows that were read before. */
export async function replaceRows(
  tx: Tx,
  id: string,
  rows: readonly { row: number; hidden: boolean; cells: readonly GridCell[] }[],
): Promise<void> {
  await tx.run('DELETE FROM import_row WHERE import_id = $1', [id]);
  await inBatches(rows, (json) =>
    tx.run(
      `INSERT INTO import_row (import_id, row, hidden, cells)
       SELECT $1, r.row, r.hidden, r.cells
       FROM jsonb_to_recordset($2::jsonb) AS r(row int, hidden boolean, cells jsonb)`,
      [id, json],
    ),
  );
}

export interface RowOutcomeRecord {
  readonly row: number;
  readonly kind: RowKind;
  readonly outcome: RowOutcome;
  readonly faults: readonly CellFault[];
  readonly notices: readonly NoticedCell[];
  readonly entry: ImportEntry | null;
}

/** Rows below the header get an outcome; rows above are titles. Each row is written once. */
export async function writeOutcomes(
  tx: Tx,
  id: string,
  headerLast: number,
  outcomes: readonly RowOutcomeRecord[],
): Promise<void> {
  await tx.run(
    `UPDATE import_row
     SET kind = 'title', outcome = NULL, faults = '[]', notices = '[]', entry = NULL
     WHERE import_id = $1 AND row <= $2`,
    [id, headerLast],
  );
  await inBatches(outcomes, (json) =>
    tx.run(
      `UPDATE import_row t
       SET kind = r.kind, outcome = r.outcome, faults = r.faults, notices = r.notices, entry = r.entry
       FROM
         jsonb_to_recordset($2::jsonb) AS r(
           row int, kind text, outcome text, faults jsonb, notices jsonb, entry jsonb
         )
       WHERE t.import_id = $1 AND t.row = r.row`,
      [id, json],
    ),
  );
}

/** Adds one correction, or removes one (null). */
export const writeFix = (tx: Tx, id: string, row: number, column: number, value: string | null): Promise<number> =>
  importRowTable.update(
    tx,
    { importId: id, row },
    {
      fixes:
        value === null
          ? computed('fixes - ?::text', String(column))
          : computed('fixes || jsonb_build_object(?::text, ?::text)', String(column), value),
    },
  );

/** Does not change the record's version: progress on a page must not make an editor's save stale. */
export const writeProgress = (tx: Tx, id: string, done: number, total: number): Promise<boolean> =>
  importProgressTable.insert(
    tx,
    { importId: id, done, total },
    '(import_id) DO UPDATE SET done = excluded.done, total = excluded.total',
  );
