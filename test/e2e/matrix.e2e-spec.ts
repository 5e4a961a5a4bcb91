import { apiKeys, can, keyMay, reachOf, type KeyScope, type Permission, type Role } from '@crm/api-contract/access';
import { MAY, permissionOf, type PermissionName } from '@crm/api-contract/permissions';
import { allRoutes } from '@crm/api-contract/catalogue';
import { actuals } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { consequenceClauses } from '@crm/api-contract/decisions';
import { contacts } from '@crm/api-contract/enterprises';
import { files } from '@crm/api-contract/files';
import { imports } from '@crm/api-contract/imports';
import { leads } from '@crm/api-contract/leads';
import { receipts } from '@crm/api-contract/progress';
import type { RouteContract } from '@crm/api-contract/wire';
import { Client } from '../servers/client.js';
import { FIGURES, formOf, ledgerFile } from '../servers/importing.js';
import { pdfOf } from '../servers/papers.js';
import { FULL_DOSE } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf } from './zone.js';
import { cases, elsewhere, ofTheZone, readingOf, type Case, type Kind } from './matrix/cases.js';

interface Person {
  readonly role?: Role;
  /** The data scope covers the owner of the records. */
  readonly covers: boolean;
  readonly owner: boolean;
  readonly assigned: boolean;
  readonly key?: KeyScope;
  readonly unknown?: true;
}
const nobody = { covers: false, owner: false, assigned: false };

/** The person who calls. The owner is an officer of the first department with scope self. */
const PEOPLE = {
  colleague: { ...nobody, role: 'officer' },
  'other department': { ...nobody, role: 'officer' },
  'colleague with the department in scope': { ...nobody, role: 'officer', covers: true },
  'unassigned secretary': { ...nobody, role: 'secretary' },
  'assigned secretary': { ...nobody, role: 'secretary', assigned: true },
  auditor: { ...nobody, role: 'auditor' },
  key: { ...nobody, role: 'officer', covers: true, key: 'all' },
  'disabled user': { ...nobody, unknown: true },
  'no token': { ...nobody, unknown: true },
  owner: { ...nobody, role: 'officer', covers: true, owner: true },
  manager: { ...nobody, role: 'manager' },
} satisfies Record<string, Person>;
type Name = keyof typeof PEOPLE;
const FEW: readonly Name[] = ['colleague', 'other department', 'unassigned secretary'];
const chosen = (Object.keys(PEOPLE) as Name[]).filter((name) => FULL_DOSE || FEW.includes(name));

const ofSigned: readonly Kind[] = ['signed', 'signedCommitment', 'milestone', 'actual', 'receipt', 'file'];

/** By the table alone: does this person reach that record with this verb? */
function reaches({ role, covers, owner, assigned }: Person, [action, subject]: Permission, on: Kind): boolean {
  switch (role && reachOf(role, action, subject)) {
    case 'zone':
      return true;
    case 'signed':
      return ofSigned.includes(on) || covers;
    case 'scope':
      return covers;
    case 'assigned':
      return assigned;
    case 'own':
      return owner;
    default:
      return false;
  }
}

type Answer = 401 | 403 | 404 | 'let in';
function expected(person: Person, contract: RouteContract, { on, needs }: Case): Answer {
  if (person.unknown) return 401;
  const permission = contract.access as Permission;
  const [action, subject] = permission;
  const allowed = person.role && can({ role: person.role }, action, subject);
  if (!allowed || (person.key && !keyMay(person.key, action, subject))) return 403;
  if (!reaches(person, readingOf[on], on)) return 404;
  return reaches(person, needs ?? permission, on) ? 'let in' : 403;
}

/** Every route with an id × people: expected from the table, on records of one officer. */
describe('who reaches whose record', () => {
  let product: Product;
  const clients = {} as Record<Name, { client: Client; headers?: Record<string, string> }>;
  const records = {} as Record<Kind, string>;

  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    const zone = await zoneOf(product);
    await people(product);
    const [owner, key] = [
      await Client.signedIn(product, 'm-owner'),
      await zone.admin.call(apiKeys.create, { name: '矩阵', role: 'officer', scope: 'all' }),
    ];
    const stranger = Client.stranger(product);
    const disabled = await Client.signedIn(product, 'm-disabled');
    Object.assign(clients, {
      owner: { client: owner },
      manager: { client: zone.manager },
      auditor: { client: await Client.signedIn(product, 'auditor') },
      colleague: { client: await Client.signedIn(product, 'm-colleague') },
      'other department': { client: await Client.signedIn(product, 'm-other') },
      'colleague with the department in scope': { client: await Client.signedIn(product, 'm-mate') },
      'unassigned secretary': { client: await Client.signedIn(product, 'secretary2') },
      'assigned secretary': { client: await Client.signedIn(product, 'secretary') },
      key: { client: stranger, headers: { authorization: `Bearer ${key.key}` } },
      'disabled user': { client: disabled },
      'no token': { client: stranger },
    });
    await product.database.query(
      `SELECT set_config('app.actor', 'system:spec', false);
       UPDATE app_user SET disabled_at = now(), version = version + 1 WHERE username = 'm-disabled'`,
    );

    const lead = await owner.call(leads.create, {
      enterpriseName: '矩阵企业',
      projectName: '矩阵项目',
      parkId: zone.parks[0]!.id,
      investmentWan: '1000',
      nextStep: '电话',
      nextOn: '2026-12-01',
    });
    const enterpriseId = lead.enterpriseId;
    const contact = await owner.call(contacts.create, { enterpriseId, name: '方总', phone: '13800138000' });
    const promises = [{ indicator: 'investment' as const, perMuWan: '350' }];
    const milestones = [{ kind: 'construction-start' as const, plannedOn: '2027-01-01' }];
    const made = { enterpriseId, commitments: promises, milestones };
    const draft = await zone.draft({ ...made, projectName: '矩阵草稿' });
    const clause = await zone.officer.call(consequenceClauses.create, {
      contractId: draft.id,
      kind: 'pay-gap',
      text: '第十二条',
      indicators: ['investment'],
      percent: '100',
    });
    const signed = await zone.signed({ ...made, projectName: '矩阵已签' });
    // Drafted by the officer of the demo; from here on the owner's.
    await product.database.query(
      `SELECT set_config('app.actor', 'system:spec', false);
       UPDATE contract
       SET created_by = (SELECT id FROM app_user WHERE username = 'm-owner'), version = version + 1
       WHERE id IN ('${draft.id}', '${signed.id}')`,
    );
    const contractId = signed.id;
    const value = { value: '1500', unit: 'wan' as const };
    const actual = await owner.call(actuals.create, {
      contractId,
      indicator: 'tax',
      year: 2024,
      source: 'firm',
      value,
    });
    const receipt = await owner.call(receipts.create, {
      contractId,
      kind: 'bank-slip',
      arrivedOn: '2026-01-02',
      amount: { value: '1', unit: 'wan' },
    });
    const form = new FormData();
    form.append('subjectType', 'contract');
    form.append('subjectId', contractId);
    form.append('file', new Blob([new Uint8Array(pdfOf('矩阵'))]), '矩阵.pdf');
    const file = await owner.call(files.attach, form as never);
    const sheet = await owner.call(imports.create, formOf('annual-actuals', FIGURES, ledgerFile(FIGURES)) as never);
    const [assignment] = await product.database.query<{ id: string }>(
      `WITH actor AS (SELECT set_config('app.actor', 'system:spec', false))
       INSERT INTO secretary_assignment (id, user_id, enterprise_id, role, from_day)
       SELECT gen_random_uuid(), u.id, '${enterpriseId}', 'primary', '2020-01-01'
       FROM app_user u, actor
       WHERE u.username = 'secretary'
       RETURNING id`,
    );
    Object.assign(records, {
      lead: lead.id,
      enterprise: enterpriseId,
      contact: contact.id,
      project: draft.projectId,
      draft: draft.id,
      draftCommitment: draft.commitments[0]!.commitmentId,
      draftClause: clause.id,
      signed: signed.id,
      signedCommitment: signed.commitments[0]!.commitmentId,
      milestone: signed.milestones[0]!.id,
      actual: actual.id,
      receipt: receipt.id,
      file: file.id,
      import: sheet.id,
      assignment: assignment!.id,
    });
  });
  afterAll(() => product?.stop());

  it('every route with an id is asked here, or has a reason not to be', () => {
    const withId = allRoutes.filter(({ contract }) => /:id\b/.test(contract.path)).map(({ name }) => name);
    const known = [...Object.keys(cases), ...ofTheZone, ...Object.keys(elsewhere)];
    expect(withId.filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !allRoutes.some((one) => one.name === name))).toEqual([]);
  });

  /** The page shows its buttons by this; a button that the endpoint would refuse is not shown. */
  it.each(chosen.filter((who) => !('unknown' in PEOPLE[who]) && !('key' in PEOPLE[who])))(
    'the records tell the %s what the table says',
    async (who) => {
      const person: Person = PEOPLE[who];
      const { client } = clients[who];
      const told = (names: readonly PermissionName[], on: Kind) =>
        names.filter((name) => reaches(person, permissionOf(name), on));
      const asked = (id: string) => ({ params: { id } });
      if (!reaches(person, ['read', 'Contract'], 'signed')) return;
      const contractId = records.signed;
      expect((await client.call(contracts.one, undefined, asked(contractId))).may).toEqual(
        told(MAY.Contract, 'signed'),
      );
      const [figure] = (await client.call(actuals.list, undefined, { query: { filter: { contractId } } })).data;
      expect(figure!.may).toEqual([...told(['correct Actual'], 'actual'), ...told(['create File'], 'signed')]);
      const [entry] = (await client.call(receipts.list, undefined, { query: { filter: { contractId } } })).data;
      expect(entry!.may).toEqual([...told(['correct Receipt'], 'receipt'), ...told(['create File'], 'signed')]);
    },
  );

  const all = allRoutes.flatMap(({ name, contract }) =>
    [cases[name] ?? []].flat().flatMap((one) => chosen.map((who) => [name, one.on, who, contract, one] as const)),
  );
  it.each(all)('%s on a %s: %s', async (_name, on, who, contract, asked) => {
    const { body, named, params } = asked;
    const { client, headers = {} } = clients[who];
    const id = records[on];
    const response = await client.raw(contract, named ? { ...body, [named]: id } : body, {
      params: { id, ...params },
      headers,
      ...(contract.guarded ? { version: 999 } : {}),
    });
    const { code } = (response.ok ? {} : await response.json()) as { code?: string };
    const ours = response.status === 403 && !['access.denied', 'access.scope'].includes(code ?? '');
    const answer = [401, 403, 404].includes(response.status) && !ours ? response.status : 'let in';
    expect([answer, code]).toEqual([expected(PEOPLE[who], contract, asked), code]);
    if (response.ok) await response.body?.cancel();
  });
});

/** Officers of two departments, and one who is disabled later; all with the password of the demo. */
const people = (product: Product) =>
  product.database.query(
    `SELECT set_config('app.actor', 'system:spec', false);
     INSERT INTO department (id, name) VALUES (gen_random_uuid(), '矩阵一部'), (gen_random_uuid(), '矩阵二部');
     INSERT INTO app_user (id, username, name, role, department_id, data_scope, password_hash)
     SELECT gen_random_uuid(), p.username, p.username, 'officer', d.id, p.scope, o.password_hash
     FROM
       (
         VALUES ('m-owner', '矩阵一部', 'self'), ('m-colleague', '矩阵一部', 'self'), ('m-mate', '矩阵一部', 'department'),
           ('m-other', '矩阵二部', 'department'), ('m-disabled', '矩阵一部', 'all')
       ) AS p (username, department, scope)
     JOIN department d ON d.name = p.department
     JOIN app_user o ON o.username = 'officer'`,
  );
