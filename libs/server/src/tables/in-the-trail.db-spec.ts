import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { untold } from '../../../../test/trail/untold.js';
import { tables } from './index.js';

/** Told in part only, each with its reason. */
const inPart: Readonly<Record<string, { readonly told: string; readonly why: string }>> = {
  import_row: { told: 'U', why: 'corrections by hand; the rest is read from the file' },
  reminder: { told: 'DU', why: 'it comes with its occurrence, which is told' },
};

const TRIGGERS = `
  SELECT
    c.relname AS table,
    concat(
      CASE WHEN bool_or(t.tgtype & 8 <> 0) THEN 'D' END, CASE WHEN bool_or(t.tgtype & 4 <> 0) THEN 'I' END,
      CASE WHEN bool_or(t.tgtype & 16 <> 0) THEN 'U' END
    ) AS told
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN pg_proc p ON p.oid = t.tgfoid
  WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND p.prosrc ~ 'INSERT INTO audit_entry'
  GROUP BY c.relname
`;

describe('every table is in the audit trail', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => void (fresh = await freshDatabase()));
  afterAll(() => fresh?.drop());

  it('inserted, updated and deleted rows; or it is named with the reason', async () => {
    const told = new Map(
      (await fresh.query<{ table: string; told: string }>(TRIGGERS)).map((row) => [row.table, row.told]),
    );
    expect([...told.keys()].filter((table) => table in untold)).toEqual([]);
    expect(Object.fromEntries(tables.map(({ name }) => [name, told.get(name) ?? 'not at all']))).toEqual(
      Object.fromEntries(
        tables.map(({ name }) => [name, name in untold ? 'not at all' : (inPart[name]?.told ?? 'DIU')]),
      ),
    );
  });
});
