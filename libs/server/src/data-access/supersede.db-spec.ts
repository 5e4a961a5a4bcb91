import { newId, supersede, supersedeAll, type Tx } from '@crm/platform/db';
import { openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { approvalPolicyTable } from '../approvals/approval.entity.js';
import { checkUpLimitTable } from '../progress/progress.entity.js';

interface Version {
  readonly months: number;
  readonly from: string;
  readonly to: string | null;
}

describe('a row that ends and the next that begins', () => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await openedDatabase(8);
  });
  afterAll(() => opened?.close());

  const set = (tx: Tx, monthsToStart: number) =>
    supersede(tx, checkUpLimitTable, {}, () => ({
      id: newId(),
      monthsToStart,
      monthsToFirstMoney: 6,
      leastPercent: '15',
      monthsBetweenMoney: 3,
      enteredBy: null,
    }));
  const write = (work: (tx: Tx) => Promise<unknown>) => opened.database.transaction('system:spec', work);
  const versions = () =>
    opened.fresh.query<Version>(
      `SELECT months_to_start AS months, known_from::text AS from, known_to::text AS to
       FROM check_up_limit
       ORDER BY known_from`,
    );
  const withoutGap = (found: readonly Version[]) => {
    expect(found.slice(0, -1).map(({ to }) => to)).toEqual(found.slice(1).map(({ from }) => from));
    expect(found.at(-1)?.to).toBeNull();
    expect(found.every(({ from, to }) => to === null || from < to)).toBe(true);
  };

  it('two who write at once have their turns, one after the other', async () => {
    const before = (await versions()).length;
    await Promise.all([11, 12, 13, 14, 15, 16].map((months) => write((tx) => set(tx, months))));
    const found = await versions();
    expect(found).toHaveLength(before + 6);
    withoutGap(found);
  });

  it('whoever began first and has the turn later is known later', async () => {
    let overtaken: () => void = () => undefined;
    const other = new Promise<void>((resolve) => (overtaken = resolve));
    let began: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (began = resolve));
    const early = write(async (tx) => {
      await tx.one('SELECT now()');
      began();
      await other;
      await set(tx, 21);
    });
    await first;
    await write((tx) => set(tx, 22));
    overtaken();
    await early;
    const found = await versions();
    expect(found.slice(-2).map(({ months }) => months)).toEqual([22, 21]);
    withoutGap(found);
  });

  it('tells what was in force and what is now', async () => {
    await write(async (tx) => {
      const { before, after } = await set(tx, 31);
      expect([before?.monthsToStart, after.monthsToStart, after.knownTo]).toEqual([21, 31, null]);
    });
  });

  it('leaves everything as it was where the next is refused', async () => {
    const before = await versions();
    const refused = write((tx) =>
      supersede(tx, checkUpLimitTable, {}, () => {
        throw new Error('unchanged');
      }),
    );
    await expect(refused).rejects.toThrow('unchanged');
    expect(await versions()).toEqual(before);
  });

  it('a set is written anew at one instant, also by several who write at once', async () => {
    const writeAnew = (tx: Tx, amounts: readonly string[]) =>
      supersedeAll(
        tx,
        approvalPolicyTable,
        { kind: 'waiver' },
        amounts.map((fromWan) => ({
          id: newId(),
          kind: 'waiver' as const,
          fromWan,
          belowStandardOnly: false,
          levels: [{ role: 'manager' as const }],
          changedBy: null,
        })),
        { endReason: 'spec' },
      );
    await Promise.all([['1', '2'], ['3'], ['4', '5', '6'], []].map((amounts) => write((tx) => writeAnew(tx, amounts))));
    await write((tx) => writeAnew(tx, ['7', '8']));
    const instants = await opened.fresh.query<{ at: string; ends: number; begins: number; known: number }>(
      `SELECT
         x.at::text AS at,
         (SELECT count(*)::int FROM approval_policy p WHERE p.kind = 'waiver' AND p.known_to = x.at) AS ends,
         (SELECT count(*)::int FROM approval_policy p WHERE p.kind = 'waiver' AND p.known_from = x.at) AS begins,
         (
           SELECT count(*)::int
           FROM approval_policy p
           WHERE p.kind = 'waiver' AND p.known_from < x.at AND coalesce(p.known_to, 'infinity') >= x.at
         ) AS known
       FROM (SELECT DISTINCT known_to AS at FROM approval_policy WHERE kind = 'waiver' AND known_to IS NOT NULL) x
       ORDER BY x.at`,
    );
    // At each instant everything known until then ends, and only its replacement begins.
    expect(instants.length).toBeGreaterThanOrEqual(4);
    expect(instants.filter(({ ends, known }) => ends !== known)).toEqual([]);
    // Which of the four writes came last is chance; after an empty set, the last write ends nothing.
    const inForce = await opened.fresh.query<{ rows: number; instants: number }>(
      `SELECT count(*)::int AS rows, count(DISTINCT known_from)::int AS instants
       FROM approval_policy
       WHERE kind = 'waiver' AND known_to IS NULL`,
    );
    expect(inForce).toEqual([{ rows: 2, instants: 1 }]);
  });
});
