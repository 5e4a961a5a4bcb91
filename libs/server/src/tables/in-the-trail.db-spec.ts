import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { tables } from './index.js';

/** Tables whose rows leave no entry in the audit trail, each with its reason. A new table is told or named here. */
const untold: Readonly<Record<string, string>> = {
  api_key_use: 'calls of a minute, counted; a refusal above the limit is told',
  assessment: 'computed from rows that are told',
  audit_chain: 'the trail itself',
  audit_entry: 'the trail itself',
  audit_head: 'the trail itself, signed',
  audit_link: 'the trail itself',
  audit_person: 'keys; erasing one is told as an act of its own',
  audit_personal: 'values of the trail itself',
  audit_segment: 'the trail itself, what left it',
  contract_standard: 'copied by the signature, which is told; never changed',
  contract_summary: 'computed from rows that are told',
  contract_year_summary: 'computed from rows that are told',
  due_ask: 'work that waits; it ends by itself',
  due_change: 'work that waits; it ends by itself',
  due_sweep: 'how far the planning is',
  import_file: 'the file of an import; its hash stands in the row of the import, which is told',
  import_progress: 'how far a job is',
  last_sign_in: 'follows from the sign-in, which is told',
  login_failure: 'wrong passwords, counted; each is told as an act',
  milestone_reached: 'follows from the milestone, which is told',
  portfolio_change: 'that something changed, not what',
  rate_use: 'calls of a minute, counted; a refusal above the limit is told',
  spent_token: 'hashes of spent tokens; that one was used again ends the session, which is told',
};

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
