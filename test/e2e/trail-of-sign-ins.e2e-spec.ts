import { auth, users } from '@crm/api-contract/access';
import type { AuditEntry } from '@crm/api-contract/audit';
import { fourBatches } from '@crm/api-contract/progress';
import { Client } from '../servers/client.js';
import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { auditorOf } from './told.js';

/** The client address is the one in X-Forwarded-For: one trusted hop. */
describe('the audit trail tells of sign-ins', () => {
  let product: Product;
  let told: Awaited<ReturnType<typeof auditorOf>>['told'];
  let idOf: Awaited<ReturnType<typeof auditorOf>>['idOf'];
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false, env: { TRUST_PROXY_HOPS: '1' } });
    ({ told, idOf } = await auditorOf(product));
  });
  afterAll(() => product?.stop());

  const signIn = (username: string, password: string, from: string) =>
    Client.stranger(product).raw(auth.login, { username, password }, { headers: { 'x-forwarded-for': from } });
  const counted = (entries: readonly AuditEntry[], code: string) =>
    entries.reduce((sum, { after }) => sum + ((after?.codes as Record<string, number>)[code] ?? 0), 0);

  it('who signed in, from where, and how the session ended', async () => {
    const userId = await idOf('secretary2');
    const client = await Client.signedIn(product, 'secretary2');
    const [begun] = await told('sign-in', { userId });
    expect(begun).toMatchObject({ action: 'sign-in', subject: 'session', actorName: expect.any(String) });
    expect(begun?.after).toMatchObject({ user_id: userId, address: '127.0.0.1' });
    expect(JSON.stringify(begun)).not.toMatch(/hash/);
    await client.raw(auth.logout);
    expect((await told('sign-out', { userId }))[0]).toMatchObject({
      subjectId: begun?.subjectId,
      after: { ended_because: 'signed out' },
    });
    expect(await client.refused(auth.me).then(({ status }) => status)).toBe(401);
  });

  it('who could not, and why; of a name that nobody has only the beginning', async () => {
    const from = '198.51.100.7';
    const userId = await idOf('officer2');
    await signIn('officer2', 'Wrong-Secret-1', from);
    await signIn('My-Password-2026!', 'Wrong-Secret-2', from);
    const [unknown, wrong] = await told('sign-in-refused', { actor: `address:${from}` });
    expect(wrong).toMatchObject({ subject: 'app_user', subjectId: userId, after: { codes: { password: 1 } } });
    expect(unknown).toMatchObject({ subjectId: '', after: { codes: { unknown: 1 }, name: 'My-…', address: from } });
    const all = await product.database.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM audit_entry e WHERE e::text ~ 'Wrong-Secret|Password-2026') AS found`,
    );
    expect(all).toEqual([{ found: false }]);

    const disabled = (value: string) =>
      product.database.query(
        `SELECT set_config('app.actor', 'system:test', false);
         UPDATE app_user SET disabled_at = ${value}, version = version + 1 WHERE username = 'officer2'`,
      );
    await disabled('now()');
    await signIn('officer2', product.password, from);
    await disabled('NULL');
    expect((await told('sign-in-refused', { actor: `address:${from}` }))[0]?.after).toMatchObject({
      codes: { disabled: 1 },
    });
    expect((await told('change', { subject: 'app_user', subjectId: userId }))[0]?.before).toHaveProperty('disabled_at');
  });

  it('a flood as a count: nothing is lost, and the trail stays short', async () => {
    const from = '198.51.100.8';
    const judged = 5;
    const statuses: number[] = [];
    for (let n = 0; n < 80; n++) {
      const { status, body } = await signIn('director', `wrong ${n}`, from);
      await body?.cancel();
      statuses.push(status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(judged);
    const locked = statuses.length - judged;
    const entries = await eventually(async () => {
      const all = await told('sign-in-refused', { actor: `address:${from}` });
      return counted(all, 'locked') >= locked && all;
    }, 'all refused sign-ins');
    expect([counted(entries, 'password'), counted(entries, 'locked')]).toEqual([judged, locked]);
    expect(entries.length).toBeLessThan(statuses.length);

    const userId = await idOf('director');
    await (await Client.signedIn(product, 'admin')).call(users.unlock, undefined, { params: { id: userId } });
    expect(await told('unlock', { subjectId: userId })).toHaveLength(1);
  });

  it('nobody gets in while it cannot be written', async () => {
    const manager = await Client.signedIn(product, 'manager');
    const sessions = async () => (await product.database.query('SELECT id FROM session')).length;
    const before = await sessions();
    await product.database.query(`
      CREATE FUNCTION broken_trail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;
      CREATE TRIGGER broken_trail BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION broken_trail();
    `);
    const right = await signIn('manager', product.password, '198.51.100.9');
    const wrong = await signIn('manager', 'wrong', '198.51.100.9');
    const saved = await manager.raw(fourBatches.workbook, undefined, {
      query: { from: '2021-01-01', to: '2021-12-31' },
    });
    await product.database.query('DROP TRIGGER broken_trail ON audit_entry; DROP FUNCTION broken_trail');
    expect([right.status, wrong.status, saved.status]).toEqual([500, 500, 500]);
    expect(saved.headers.get('content-type')).toContain('application/problem+json');
    expect(await sessions()).toBe(before);
    expect((await signIn('manager', product.password, '198.51.100.9')).status).toBe(200);
  });
});
