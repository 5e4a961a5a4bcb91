import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { SignedInUser } from '@crm/api-contract/access';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, newId } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import * as store from './access.store.js';
import { verifyNobody, verifyPassword } from './passwords.js';

const SESSION_HOURS = 12;
const FAILURES_PER_ACCOUNT = 5;
/** An office often shares one address, so one forgetful colleague must not lock out the whole office. */
const FAILURES_PER_ADDRESS = 50;
const LOCK_MINUTES = 15;
/** A checked session is cached for this long; an ended session is refused within this time. */
const BELIEF_MS = 1_000;

export interface StartedSession {
  readonly user: SignedInUser;
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly maxAgeSeconds: number;
}

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
const freshToken = (): string => randomBytes(32).toString('base64url');

/** Signing in and out, and the actor of a session. */
@Injectable()
export class AccessService {
  private readonly believed = new Map<string, { readonly until: number; readonly actor: Actor }>();

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /**
   * Refuses `login.failed` (unknown name, wrong password and disabled account look the same) and `rate.limited` when
   * locked.
   */
  async signIn(username: string, password: string, address: string, client: string): Promise<StartedSession> {
    const account = `account:${username.toLowerCase()}`;
    const place = `address:${address}`;
    const locked = await this.database.read((rows) => store.lockedUntil(rows, [account, place]));
    if (locked)
      throw new Refusal(
        'rate.limited',
        { retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(locked) - Date.now()) / 1_000)) },
        'forbidden',
      );
    const user = await this.database.read((rows) => store.userByName(rows, username));
    const right = user?.passwordHash ? await verifyPassword(user.passwordHash, password) : await verifyNobody(password);
    if (!user || !right || user.disabledAt) {
      await this.database.transaction('system:access', async (tx) => {
        await store.countFailure(tx, account, FAILURES_PER_ACCOUNT, LOCK_MINUTES);
        await store.countFailure(tx, place, FAILURES_PER_ADDRESS, LOCK_MINUTES);
      });
      throw new Refusal('login.failed', {}, 'forbidden');
    }
    const sessionId = newId();
    const refreshToken = freshToken();
    await this.database.transaction(`user:${user.id}`, async (tx) => {
      await store.openSession(tx, sessionId, user.id, digest(refreshToken), SESSION_HOURS, client);
      await store.forgetFailures(tx, account);
    });
    return { user: viewOf(user), sessionId, refreshToken, maxAgeSeconds: SESSION_HOURS * 3_600 };
  }

  /**
   * Exchanges a refresh token for the next one. If an old token is used again, two clients have it, and the session
   * ends for both. Exception: the exchange was a moment ago (two tabs at once); then the browser keeps the newer
   * cookie. Refuses `session.ended`.
   */
  async renew(token: string | undefined): Promise<StartedSession> {
    if (!token) throw new Refusal('session.ended', {}, 'forbidden');
    const outcome = await this.database.transaction('system:access', async (tx) => {
      const session = await store.sessionByToken(tx, digest(token));
      if (!session) return undefined;
      if (session.previous && !session.inGrace) {
        await store.endSession(tx, session.id, 'an old token was used again');
        return undefined;
      }
      const user = await store.userById(tx, session.userId);
      if (!user || user.disabledAt) return undefined;
      const next = session.previous ? '' : freshToken();
      if (next) await store.rotateSession(tx, session.id, digest(next));
      return { user: viewOf(user), sessionId: session.id, refreshToken: next, maxAgeSeconds: SESSION_HOURS * 3_600 };
    });
    if (!outcome) throw new Refusal('session.ended', {}, 'forbidden');
    return outcome;
  }

  async signOut(token: string | undefined): Promise<void> {
    if (!token) return;
    await this.database.transaction('system:access', async (tx) => {
      const session = await store.sessionByToken(tx, digest(token));
      if (!session) return;
      await store.endSession(tx, session.id, 'signed out');
      this.believed.delete(session.id);
    });
  }

  /** The actor of a session; undefined if it has ended or the user is disabled. */
  async actorOf(sessionId: string): Promise<Actor | undefined> {
    const known = this.believed.get(sessionId);
    if (known && known.until > Date.now()) return known.actor;
    const user = await this.database.read((rows) => store.userOfSession(rows, sessionId));
    if (!user) {
      this.believed.delete(sessionId);
      return undefined;
    }
    if (this.believed.size > 10_000) this.believed.clear();
    const actor = store.actorFrom(user, sessionId);
    this.believed.set(sessionId, { until: Date.now() + BELIEF_MS, actor });
    return actor;
  }

  /** The actor of a refresh cookie, for requests that a browser can only send with a cookie (live events). */
  async actorOfToken(token: string | undefined): Promise<Actor | undefined> {
    if (!token) return undefined;
    const session = await this.database.transaction('system:access', (tx) => store.sessionByToken(tx, digest(token)));
    return session ? this.actorOf(session.id) : undefined;
  }

  /**
   * The sessions that are still open, read from the database without cache. For streams, which are checked only when
   * they begin.
   */
  async sessionsHolding(sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.database.read((rows) => store.holding(rows, sessionIds))).map((row) => row.id));
  }

  async demoAccounts(): Promise<Pick<store.UserRow, 'username' | 'name' | 'role'>[]> {
    return this.database.read((rows) =>
      rows.rows(
        `SELECT username, name, role
         FROM app_user
         WHERE demo AND username = ANY($1)
         ORDER BY array_position($1, username)`,
        [DEMO_ACCOUNTS.map((account) => account.username)],
      ),
    );
  }
}

/**
 * One account per role, and a second manager, officer and secretary. Nobody approves their own request, and two
 * colleagues may see different rows.
 */
export const DEMO_ACCOUNTS = [
  { username: 'manager', name: '周岚', role: 'manager', dataScope: 'all' },
  { username: 'director', name: '韩冬', role: 'manager', dataScope: 'all' },
  { username: 'officer', name: '符晓', role: 'officer', dataScope: 'department' },
  { username: 'officer2', name: '吴启明', role: 'officer', dataScope: 'self' },
  { username: 'secretary', name: '林书航', role: 'secretary', dataScope: 'self' },
  { username: 'secretary2', name: '王海燕', role: 'secretary', dataScope: 'self' },
  { username: 'auditor', name: '黎昕', role: 'auditor', dataScope: 'all' },
  { username: 'admin', name: '系统管理员', role: 'admin', dataScope: 'all' },
] as const;

function viewOf(user: store.UserRow): SignedInUser {
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    role: user.role,
    departmentId: user.departmentId,
    departmentName: user.departmentName,
    locale: user.locale,
  };
}
