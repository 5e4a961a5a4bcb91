import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { SignedInUser } from '@crm/api-contract/access';
import { Refusal, isRefusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, computed, newId, type Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import { Trail } from '../trail/index.js';
import * as store from './access.store.js';
import { appUserTable, lastSignInTable } from './access.entity.js';
import { hashPassword, isWeakHash, verifyNobody, verifyPassword } from './passwords.js';
import * as sessions from './session.store.js';
import { attemptOf, countRight, countWrong, takePlace, type Attempt } from './sign-in-attempts.js';
import { refusedSignIn, slowedSignIn } from './told-sign-ins.js';

/** A checked session is cached for this long; an ended session is refused within this time. */
const BELIEF_MS = 1_000;
/** A session in use is marked as seen at most this often. */
const SEEN_EVERY_SECONDS = 60;

export interface StartedSession {
  readonly user: SignedInUser;
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly maxAgeSeconds: number;
  /** Signed in with a secret of an administrator. */
  readonly mustChangePassword: boolean;
}

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
const freshToken = (): string => randomBytes(32).toString('base64url');

type Settings = Pick<Config, 'sessionHours' | 'sessionIdleMinutes' | 'sessionsPerPerson'>;

/** Signing in and out, and the actor of a session. */
@Injectable()
export class AccessService {
  private readonly believed = new Map<
    string,
    { readonly until: number; readonly actor: Actor; readonly seenUntil: number }
  >();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly settings: Settings,
    private readonly trail: Trail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Refuses `login.failed` (unknown name, wrong password and disabled account look the same), `rate.limited` while the
   * account at this address, or the address, is locked, and `login.secret-expired` to who knows an old starting secret.
   */
  async signIn(username: string, password: string, address: string, client: string): Promise<StartedSession> {
    const attempt = attemptOf(username, address);
    const slowedMs = await this.placeFor(attempt, username, address);
    if (slowedMs > 0) await new Promise((resolve) => setTimeout(resolve, slowedMs));
    const user = await this.database.read((rows) => store.userByName(rows, username));
    const told = { username, address, userId: user?.id };
    if (slowedMs > 0) this.trail.noteBounded(slowedSignIn(told, slowedMs));
    const right = user?.passwordHash ? await verifyPassword(user.passwordHash, password) : await verifyNobody(password);
    const left = user !== undefined && (user.disabledAt !== null || hasLeft(user.lastDay, this.clock.today()));
    if (!user || !right || left) {
      const why = !user ? 'unknown' : right ? 'disabled' : 'password';
      await this.database.transaction('system:access', async (tx) => {
        await countWrong(tx, attempt);
        await this.trail.writeBounded(tx, refusedSignIn(told, why));
      });
      throw new Refusal('login.failed', {}, 'forbidden');
    }
    if (user.startingUntil !== null && Date.parse(user.startingUntil) < Date.now()) {
      await this.database.transaction('system:access', async (tx) => {
        await countRight(tx, attempt);
        await this.trail.writeBounded(tx, refusedSignIn(told, 'expired'));
      });
      throw new Refusal('login.secret-expired', {}, 'forbidden');
    }
    const renewed = user.passwordHash && isWeakHash(user.passwordHash) ? await hashPassword(password) : undefined;
    // The row of the session is the entry of the sign-in, so nobody gets in untold.
    const session = { id: newId(), userId: user.id, client, address, hours: this.settings.sessionHours };
    const refreshToken = freshToken();
    await this.database.transaction(`user:${user.id}`, async (tx) => {
      await sessions.openSession(tx, { ...session, tokenHash: digest(refreshToken) });
      await sessions.endOldest(tx, user.id, this.settings.sessionsPerPerson);
      await lastSignInTable.insert(
        tx,
        { userId: user.id, at: computed('now()') },
        '(user_id) DO UPDATE SET at = now()',
      );
      if (renewed) await appUserTable.update(tx, { id: user.id }, { passwordHash: renewed });
      await countRight(tx, attempt);
    });
    return {
      user: viewOf(user),
      sessionId: session.id,
      refreshToken,
      maxAgeSeconds: session.hours * 3_600,
      mustChangePassword: user.startingUntil !== null,
    };
  }

  /**
   * Exchanges a refresh token for the next one. If the exchange was a moment ago (two tabs at once), the browser keeps
   * the newer cookie. An exchange does not count as use, so an idle session still ends. Refuses `session.ended`.
   */
  async renew(token: string | undefined): Promise<StartedSession> {
    const outcome = await this.database.transaction('system:access', async (tx) => {
      const session = await this.sessionOf(tx, token);
      const user = session && (await store.userById(tx, session.userId));
      if (!session || !user || user.disabledAt || hasLeft(user.lastDay, this.clock.today())) return undefined;
      const next = session.spent ? '' : freshToken();
      if (next) await sessions.rotateSession(tx, session.id, digest(next));
      return {
        user: viewOf(user),
        sessionId: session.id,
        refreshToken: next,
        maxAgeSeconds: session.secondsLeft,
        mustChangePassword: user.startingUntil !== null,
      };
    });
    if (!outcome) throw new Refusal('session.ended', {}, 'forbidden');
    return outcome;
  }

  /** Ends the sessions of the cookie and of the access token. */
  async signOut(token: string | undefined, sessionId: string | undefined): Promise<void> {
    const ended = await this.database.transaction('system:access', async (tx) => {
      const session = await this.sessionOf(tx, token);
      const ids = new Set([session?.id, sessionId].filter((id) => id !== undefined));
      for (const id of ids) await sessions.endSession(tx, id, 'signed out');
      return ids;
    });
    this.forget([...ended]);
  }

  /** Sessions that have just ended are asked about again at once. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.believed.delete(id);
  }

  /**
   * The actor of a session; undefined if it has ended or the user is disabled. `attended`: a person uses it, so it does
   * not become idle.
   */
  async actorOf(sessionId: string, attended = true): Promise<Actor | undefined> {
    const known = this.believed.get(sessionId);
    if (known && known.until > Date.now() && (!attended || known.seenUntil > Date.now())) return known.actor;
    const user = await this.database.read((rows) =>
      sessions.userOfSession(rows, sessionId, this.settings.sessionIdleMinutes, this.clock.today()),
    );
    if (!user) {
      this.believed.delete(sessionId);
      return undefined;
    }
    const every = Math.min(SEEN_EVERY_SECONDS, this.settings.sessionIdleMinutes * 6);
    const mark = attended && user.seconds >= every;
    if (mark) await this.database.transaction('system:access', (tx) => sessions.seen(tx, sessionId));
    if (this.believed.size > 10_000) this.believed.clear();
    const actor = store.actorFrom(user, sessionId);
    const seenUntil = Date.now() + (mark ? every : every - user.seconds) * 1_000;
    this.believed.set(sessionId, { until: Date.now() + BELIEF_MS, actor, seenUntil });
    return actor;
  }

  /** The actor of a refresh cookie, for requests that a browser can only send with a cookie (streams, downloads). */
  async actorOfToken(token: string | undefined, attended = true): Promise<Actor | undefined> {
    if (!token) return undefined;
    const session = await this.database.transaction('system:access', (tx) => this.sessionOf(tx, token));
    return session && this.actorOf(session.id, attended);
  }

  /**
   * The sessions that are still open, read from the database without cache. For streams, which are checked only when
   * they begin.
   */
  async sessionsHolding(sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const open = await this.database.read((rows) =>
      sessions.holding(rows, sessionIds, this.settings.sessionIdleMinutes, this.clock.today()),
    );
    return new Set(open.map(({ id }) => id));
  }

  /** Refuses `rate.limited` while locked, and tells the trail. */
  private async placeFor(attempt: Attempt, username: string, address: string): Promise<number> {
    try {
      return await takePlace(this.database, attempt);
    } catch (error) {
      if (isRefusal(error)) {
        const user = await this.database.read((rows) => store.userByName(rows, username));
        this.trail.noteBounded(refusedSignIn({ username, address, userId: user?.id }, 'locked'));
      }
      throw error;
    }
  }

  /** If an old token is used again, two clients have it: it opens nothing, and the session ends for both. */
  private async sessionOf(tx: Tx, token: string | undefined): Promise<sessions.SessionRow | undefined> {
    if (!token) return undefined;
    const session = await sessions.sessionByToken(tx, digest(token), this.settings.sessionIdleMinutes);
    if (!session?.spent || session.inGrace) return session;
    await sessions.endSession(tx, session.id, 'an old token was used again');
    this.believed.delete(session.id);
    return undefined;
  }
}

/** The worker disables the account; until then nobody gets in either. */
const hasLeft = (lastDay: string | null, today: string): boolean => lastDay !== null && lastDay < today;

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
