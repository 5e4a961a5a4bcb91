import type { Clock } from '@crm/platform/clock';
import { Database, createDataSource } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { Trail } from '../trail/index.js';
import { AccessService } from './access.service.js';
import { EndedSessionsService } from './ended-sessions.service.js';
import { hashPassword } from './passwords.js';

const person = '01938000-0000-7000-8000-000000000001';
const clock = { today: () => '2026-11-20' } as Clock;
const settings = { sessionHours: 12, sessionIdleMinutes: 30, sessionsPerPerson: 2 };

describe('a session that has ended is told, with the reason and by whom', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let access: AccessService;
  beforeAll(async () => {
    fresh = await freshDatabase();
    const log = createLogger('spec', 'silent');
    const source = createDataSource({ url: fresh.url, pool: 3, migrations: [], applicationName: 'spec', log });
    database = new Database(await source.initialize());
    access = new AccessService(database, settings, new Trail(database, log), clock);
    const hash = await hashPassword('right');
    await database.transaction('system:spec', (tx) =>
      tx.run(`INSERT INTO app_user (id, username, name, role, password_hash) VALUES ($1, 'p', 'p', 'officer', $2)`, [
        person,
        hash,
      ]),
    );
  });
  afterAll(async () => {
    await database?.dataSource.destroy();
    await fresh?.drop();
  });

  const signIn = () => access.signIn('p', 'right', '198.51.100.1', 'spec');
  const shift = (sessionId: string, set: string) =>
    database.transaction('system:spec', (tx) => tx.run(`UPDATE session SET ${set} WHERE id = $1`, [sessionId]));
  const ended = (sessionId: string) =>
    fresh.query<{ actor: string; after: Record<string, string> }>(
      `SELECT actor, after FROM audit_entry WHERE action = 'session-ended' AND subject_id = $1`,
      [sessionId],
    );

  it('nobody used it, or it was too old: at the moment it became so', async () => {
    const [idle, old] = [await signIn(), await signIn()];
    await shift(idle.sessionId, `last_seen_at = now() - interval '2 hours'`);
    await shift(old.sessionId, `expires_at = now() - interval '1 hour'`);
    const sessions = new EndedSessionsService(database, settings, clock);
    expect(await sessions.end()).toBe(2);
    expect(await sessions.end()).toBe(0);
    const told = (because: string) => [
      { actor: 'system:access', after: { ended_because: because, user_id: person, address: '198.51.100.1' } },
    ];
    expect(await ended(idle.sessionId)).toMatchObject(told('idle'));
    expect(await ended(old.sessionId)).toMatchObject(told('too old'));
    const minutes = await fresh.query(
      `SELECT round(extract(epoch FROM now() - ended_at) / 60)::int AS ago FROM session ORDER BY created_at`,
    );
    expect(minutes).toEqual([{ ago: 90 }, { ago: 60 }]);
  });

  it('the person had too many', async () => {
    const first = await signIn();
    for (let n = 0; n < settings.sessionsPerPerson; n++) await signIn();
    expect(await ended(first.sessionId)).toMatchObject([
      { actor: `user:${person}`, after: { ended_because: 'too many sessions' } },
    ]);
  });

  it('a spent token was used again', async () => {
    const { sessionId, refreshToken } = await signIn();
    const next = await access.renew(refreshToken);
    await access.renew(next.refreshToken);
    await shift(sessionId, `rotated_at = now() - interval '1 minute'`);
    await expect(access.renew(refreshToken)).rejects.toMatchObject({ code: 'session.ended' });
    expect(await ended(sessionId)).toMatchObject([
      { actor: 'system:access', after: { ended_because: 'an old token was used again' } },
    ]);
  });

  it('the account was disabled, by whoever did it', async () => {
    const { sessionId } = await signIn();
    await database.transaction('user:admin', (tx) =>
      tx.run('UPDATE app_user SET disabled_at = now(), version = version + 1 WHERE id = $1', [person]),
    );
    expect(await ended(sessionId)).toMatchObject([
      { actor: 'user:admin', after: { ended_because: 'the account was disabled' } },
    ]);
  });
});
