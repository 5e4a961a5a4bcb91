import type { Permission } from '@crm/api-contract/permissions';
import { Where, newId, type Tx } from '@crm/platform/db';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import type { Actor } from './actor.js';
import { mayOn } from './may-on.js';
import { assertReach, reaching, type RowsAs } from './reaching.js';
import { tiedTables, type TiedTable } from './tied-rows.js';

const TODAY = '2026-11-20';

/** Two departments of the bureau, each with an enterprise, a lead and a contract; a third department reads both. */
describe('what a permission reaches', () => {
  let opened: OpenedDatabase;
  const people = {} as Record<'north' | 'south' | 'mate' | 'head' | 'named' | 'all' | 'secretary' | 'manager', Actor>;
  const made = {} as Record<'north' | 'south', Record<'lead' | 'enterprise' | 'contract' | 'draft', string>>;

  beforeAll(async () => {
    opened = await openedDatabase();
    const [officer, manager, secretary] = await Promise.all(
      ['officer', 'manager', 'secretary'].map((name) => anActor(opened, name)),
    );
    Object.assign(people, { manager, secretary });
    await opened.database.transaction('system:spec', async (tx) => {
      const [bureau, north, south] = [newId(), newId(), newId()];
      for (const [id, name, parent] of [
        [bureau, '局', null],
        [north, '一部', bureau],
        [south, '二部', bureau],
      ])
        await tx.run('INSERT INTO department (id, name, parent_id) VALUES ($1, $2, $3)', [id, name, parent]);
      const person = async (name: keyof typeof people, departmentId: string, dataScope: Actor['dataScope']) => {
        const userId = newId();
        await tx.run(
          `INSERT INTO app_user (id, username, name, role, department_id, data_scope) VALUES ($1, $2, $2, 'officer', $3, $4)`,
          [userId, `spec-${name}`, departmentId, dataScope],
        );
        people[name] = { ...officer!, userId, departmentId, dataScope };
      };
      await person('north', north, 'self');
      await person('south', south, 'self');
      await person('mate', north, 'department');
      await person('head', bureau, 'department-and-below');
      await person('named', bureau, 'named');
      await person('all', bureau, 'all');
      await tx.run('INSERT INTO scope_department (id, user_id, department_id) VALUES ($1, $2, $3)', [
        newId(),
        people.named.userId,
        south,
      ]);
      made.north = await records(tx, '甲', people.north.userId);
      made.south = await records(tx, '乙', people.south.userId);
      await tx.run(
        `INSERT INTO secretary_assignment (id, user_id, enterprise_id, role, from_day) VALUES ($1, $2, $3, 'primary', '2026-01-01')`,
        [newId(), people.secretary.userId, made.north.enterprise],
      );
    });
  });
  afterAll(() => opened?.close());

  async function records(tx: Tx, name: string, ownerId: string) {
    const [enterprise, project, lead, contract, draft] = [newId(), newId(), newId(), newId(), newId()];
    await tx.run('INSERT INTO enterprise (id, name, match_name) VALUES ($1, $2, $2)', [enterprise, name]);
    await tx.run('INSERT INTO investment_project (id, enterprise_id, name, match_name) VALUES ($1, $2, $3, $3)', [
      project,
      enterprise,
      name,
    ]);
    await tx.run(
      `INSERT INTO lead (id, enterprise_id, project_name, project_match_name, owner_id, created_by, park_id, investment_wan, search_text)
       SELECT $1, $2, $3, $3, $4, $4, id, 100, $3 FROM park ORDER BY position LIMIT 1`,
      [lead, enterprise, name, ownerId],
    );
    for (const [id, status, signedOn] of [
      [contract, 'signed', '2026-01-05'],
      [draft, 'draft', null],
    ])
      await tx.run(
        `INSERT INTO contract (id, number, kind, status, enterprise_id, project_id, park_id, industry_id, signed_on, land_free)
         SELECT $1, $2, 'framework', $3, $4, $5, p.id, i.id, $6, true
         FROM (SELECT id FROM park ORDER BY position LIMIT 1) p, (SELECT id FROM industry ORDER BY position LIMIT 1) i`,
        [id, `${name}-${status}`, status, enterprise, project, signedOn],
      );
    return { enterprise, lead, contract, draft };
  }

  const found = async (actor: Actor, permission: Permission, rows: RowsAs): Promise<string[]> => {
    const [table, alias] = rows;
    const where = new Where()
      .and(...reaching(actor, permission, rows, TODAY))
      .and(`${alias}.id = ANY(?)`, [...Object.values(made.north), ...Object.values(made.south)]);
    const ids = await opened.database.read((db) =>
      db.rows<{ id: string }>(`SELECT ${alias}.id FROM ${table} ${alias} ${where.sql}`, where.values),
    );
    const names = Object.entries(made).flatMap(([side, of]) =>
      Object.entries(of).map(([kind, id]) => [id, `${side} ${kind}`] as const),
    );
    return ids.map(({ id }) => new Map(names).get(id) as string).sort();
  };

  it.each<[keyof typeof people, Permission, TiedTable, string[]]>([
    ['north', ['read', 'Lead'], 'lead', ['north lead']],
    ['mate', ['update', 'Lead'], 'lead', ['north lead']],
    ['mate', ['lose', 'Lead'], 'lead', []],
    ['north', ['transfer', 'Lead'], 'lead', ['north lead']],
    ['head', ['read', 'Lead'], 'lead', ['north lead', 'south lead']],
    ['named', ['read', 'Lead'], 'lead', ['south lead']],
    ['all', ['read', 'Lead'], 'lead', ['north lead', 'south lead']],
    ['manager', ['lose', 'Lead'], 'lead', ['north lead', 'south lead']],
    ['secretary', ['read', 'Lead'], 'lead', []],
    ['north', ['read', 'Enterprise'], 'enterprise', ['north enterprise', 'south enterprise']],
    ['north', ['update', 'Enterprise'], 'enterprise', ['north enterprise']],
    ['secretary', ['update', 'Enterprise'], 'enterprise', ['north enterprise']],
    ['north', ['read', 'Contract'], 'contract', ['north contract', 'north draft', 'south contract']],
    ['named', ['update', 'Contract'], 'contract', ['south contract', 'south draft']],
    ['secretary', ['read', 'Contract'], 'contract', ['north contract', 'north draft']],
    ['secretary', ['update', 'Contract'], 'contract', []],
  ])('%s, %p of %s: %p', async (who, permission, table, expected) => {
    expect(await found(people[who], permission, [table, 't'])).toEqual(expected);
  });

  /** Each alias that the conditions use inside, and some others. */
  const ALIASES = ['sa', 'k', 'u', 'd', 'b', 's', 'own_lead', 'own_contract', 'own_firm', 'below', 'lead', 'contract'];

  it.each(Object.keys(tiedTables) as TiedTable[])('no alias of %s can shadow the condition', async (table) => {
    const permissions: Permission[] = [
      ['read', 'Contract'],
      ['update', 'Enterprise'],
      ['lose', 'Lead'],
    ];
    for (const actor of Object.values(people))
      for (const permission of permissions) {
        if (permission[1] === 'Contract' && table !== 'contract') continue;
        const expected = await found(actor, permission, [table, 't']);
        for (const alias of ALIASES) expect(await found(actor, permission, [table, alias])).toEqual(expected);
      }
  });

  it('a write on what may only be read is refused with its verb; buttons follow the same rule', async () => {
    const on = (actor: Actor) =>
      opened.database.read(async (db) => {
        await assertReach(db, actor, ['update', 'Contract'], 'contract', made.south.contract, TODAY);
      });
    await expect(on(people.north)).rejects.toMatchObject({
      code: 'access.scope',
      kind: 'forbidden',
      facts: { action: 'update', subject: 'Contract' },
    });
    await expect(on(people.south)).resolves.toBeUndefined();
    const may = (actor: Actor) =>
      opened.database
        .read((db) => mayOn(db, actor, ['update Lead', 'lose Lead', 'transfer Lead'], 'lead', [made.north.lead], TODAY))
        .then((of) => of(made.north.lead));
    expect([await may(people.north), await may(people.mate), await may(people.south)]).toEqual([
      ['update Lead', 'lose Lead', 'transfer Lead'],
      ['update Lead'],
      [],
    ]);
    // Several records in one statement, each with its own answer.
    const both = [made.north.contract, made.south.contract];
    const of = await opened.database.read((db) =>
      mayOn(db, people.south, ['update Contract', 'sign Contract', 'create Contract'], 'contract', both, TODAY),
    );
    expect(both.map(of)).toEqual([['create Contract'], ['update Contract', 'create Contract']]);
  });
});
