import { defineTable, flag, integer, newId, text, uuid } from '@crm/platform/db';
import { Department, bench, type Bench } from './bench.js';

interface Row {
  id: string;
  name: string;
  demo: boolean;
  version: number;
}
const departmentTable = defineTable('department', { id: uuid(), name: text(), demo: flag(), version: integer() });
/** The fields that an editor was told are saved. */
type Acked = Partial<Pick<Row, 'name' | 'demo'>>;

/** Every acknowledged write must remain, unless a later write of the same field was acknowledged. */
const overwritten = (acked: readonly Acked[], final: Row): string[] => {
  const last: Acked = Object.assign({}, ...acked);
  return Object.entries(last)
    .filter(([field, value]) => final[field as keyof Row] !== value)
    .map(([field]) => field);
};

describe('two who edit one record', () => {
  let on: Bench;
  let id: string;
  beforeEach(async () => {
    on = await bench();
    id = newId();
    await on.database.transaction('system:faults', (tx) =>
      tx.run(`INSERT INTO department (id, name) VALUES ($1, '招商一部')`, [id]),
    );
  });
  afterEach(() => on.leave());
  const final = async () =>
    (await on.fresh.query<Row>('SELECT id, name, demo, version FROM department WHERE id = $1', [id]))[0] as Row;

  it('never overwrite each other unseen where the update is guarded', async () => {
    const acked: Acked[] = [];
    const edit = (changes: Acked) =>
      on.database.transaction(
        'system:faults',
        async (tx) =>
          void ((await departmentTable.change(tx, id, 1, changes)).outcome === 'changed' && acked.push(changes)),
      );
    await edit({ name: '招商二部' });
    await edit({ demo: true });
    expect(acked).toEqual([{ name: '招商二部' }]);
    expect(overwritten(acked, await final())).toEqual([]);
  });

  /** Both load version 1; one saves, then the other saves what it had loaded. */
  async function saveStale(): Promise<Acked[]> {
    const repository = on.dataSource.getRepository(Department);
    const [first, second] = [await repository.findOneByOrFail({ id }), await repository.findOneByOrFail({ id })];
    const acked: Acked[] = [];
    const save = async (loaded: Row, changes: Acked) => {
      await on.dataSource.transaction(async (manager) => {
        await manager.query(`SELECT set_config('app.actor', 'system:faults', true)`);
        await manager.save(Department, { ...loaded, ...changes });
      });
      acked.push(changes);
    };
    await save(first, { name: '招商二部' });
    await save(second, { demo: true });
    return acked;
  }

  it('are stopped by the database should anybody save a stale row', async () => {
    await expect(saveStale()).rejects.toThrow('stale version');
  });

  it('is caught: without the guard the first one’s change is gone though it was acknowledged', async () => {
    await on.fresh.query('DROP TRIGGER department_version ON department');
    const acked = await saveStale();
    expect(acked).toHaveLength(2);
    expect(overwritten(acked, await final())).toEqual(['name']);
  });
});
