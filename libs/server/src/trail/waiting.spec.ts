import { PER_MINUTE, WaitingEntries, readyEntry, type Told } from './waiting.js';

const told = (more: Partial<Told> = {}): Told => ({
  actor: 'user:1',
  request: 'r',
  action: 'read',
  subject: 'contract',
  subjectId: 'c1',
  facts: { address: '198.51.100.1' },
  counted: ['routes', 'contracts.one'],
  ...more,
});
const refused = (n: number, actor = 'user:1') =>
  told({ actor, action: 'refused', subjectId: `c${n}`, counted: ['codes', 'record.absent'] });
const noon = Date.UTC(2026, 10, 30, 4);

describe('entries that wait', () => {
  const ready = (waiting: WaitingEntries) => waiting.take().map(readyEntry);
  const sum = (entries: ReturnType<typeof ready>, as: 'codes' | 'routes') =>
    entries
      .flatMap(({ after }) => Object.values(after[as] as Record<string, number>))
      .reduce((total, times) => total + times, 0);

  it('of one person and record are one, with every route and how often', () => {
    const waiting = new WaitingEntries(() => noon);
    for (const route of ['contracts.one', 'timeline.list', 'contracts.one'])
      waiting.add(told({ counted: ['routes', route] }));
    waiting.add(told({ actor: 'user:2' }));
    waiting.add(told({ subjectId: 'c2' }));
    expect(ready(waiting).map(({ actor, subjectId, after }) => [actor, subjectId, after.routes])).toEqual([
      ['user:1', 'c1', { 'contracts.one': 2, 'timeline.list': 1 }],
      ['user:2', 'c1', { 'contracts.one': 1 }],
      ['user:1', 'c2', { 'contracts.one': 1 }],
    ]);
    expect(waiting.size).toBe(0);
  });

  it('beyond thirty in a minute are counted together, and none is lost', () => {
    let now = noon;
    const waiting = new WaitingEntries(() => now);
    for (let n = 0; n < 500; n++) waiting.addBounded(refused(n));
    for (let n = 0; n < 3; n++) waiting.addBounded(refused(n, 'user:2'));
    const entries = ready(waiting);
    expect(entries).toHaveLength(PER_MINUTE + 1 + 3);
    expect(sum(entries, 'codes')).toBe(503);
    expect(entries.filter(({ subject }) => subject === 'many')).toMatchObject([
      { actor: 'user:1', subjectId: '', after: { codes: { 'record.absent': 500 - PER_MINUTE } } },
    ]);
    now += 60_000;
    waiting.addBounded(refused(1));
    expect(ready(waiting)).toMatchObject([{ subject: 'contract', subjectId: 'c1' }]);
  });

  it('of very many addresses are counted in one, so that the memory has a bound', () => {
    const waiting = new WaitingEntries(() => noon);
    for (let n = 0; n < 3_000; n++) waiting.addBounded(refused(n, `address:${n}`));
    const entries = ready(waiting);
    expect(entries.length).toBe(1_001);
    expect(sum(entries, 'codes')).toBe(3_000);
    expect(entries.at(-1)).toMatchObject({ actor: 'system:trail', subject: 'many' });
  });

  it('are put back when they could not be written, and counted with what came since', () => {
    const waiting = new WaitingEntries(() => noon);
    waiting.add(told());
    const taken = waiting.take();
    waiting.add(told());
    waiting.add(told({ subjectId: 'c2' }));
    waiting.putBack(taken);
    expect(ready(waiting).map(({ subjectId, after }) => [subjectId, after.routes])).toEqual([
      ['c1', { 'contracts.one': 2 }],
      ['c2', { 'contracts.one': 1 }],
    ]);
  });

  it('hold nothing that the database cannot store', () => {
    const waiting = new WaitingEntries(() => noon);
    waiting.add(told({ subjectId: 'a\u0000b', facts: { asked: { q: `\ud800${'x'.repeat(500)}` } } }));
    const [entry] = ready(waiting);
    expect(entry?.subjectId).toBe('a b');
    expect((entry?.after.asked as { q: string }).q).toBe(` ${'x'.repeat(199)}`);
  });
});
