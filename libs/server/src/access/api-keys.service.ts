import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { KEY_PREFIX, type ApiKey, type KeyScope, type apiKeys } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { CONFIG, type Config } from '@crm/platform/config';
import { traceId } from '@crm/platform/context';
import { DATABASE, Database, computed, newId, type Rows } from '@crm/platform/db';
import { Where, known, listRows, refOf, type Actor } from '../data-access/index.js';
import { Trail, type Told } from '../trail/index.js';
import { apiKeyTable, appUserTable } from './access.entity.js';
import { USER_COLUMNS, actorFrom, type UserRow } from './access.store.js';

/** A key as it is shown: never the key itself. */
const COLUMNS = `
  ${apiKeyTable.columns('t')}, k.role, c.name AS "createdBy", r.name AS "revokedBy"
`;
const FROM = `
  api_key t
  JOIN app_user k ON k.id = t.user_id
  LEFT JOIN app_user c ON c.id = t.created_by
  LEFT JOIN app_user r ON r.id = t.revoked_by
`;

/**
 * Counts one more call in the minute that began with the first call. Refused calls count too, but do not extend the
 * minute.
 */
const COUNT_CALL = `
  INSERT INTO api_key_use AS u (key_id, since, calls)
  VALUES ($1, now(), 1)
  ON CONFLICT (key_id)
  DO UPDATE SET
    calls = CASE WHEN u.since > now() - interval '1 minute' THEN u.calls + 1 ELSE 1 END,
    since = CASE WHEN u.since > now() - interval '1 minute' THEN u.since ELSE now() END
  RETURNING calls, ceil(extract(epoch FROM since + interval '1 minute' - now()))::int AS seconds
`;

/** 256 random bits cannot be guessed, so a slow hash is not needed. */
const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

const refusedCall = (
  { id, keyId }: { readonly id: string; readonly keyId: string },
  limit: number,
  address: string,
): Told => ({
  actor: `user:${id}`,
  request: traceId() ?? '',
  action: 'refused',
  subject: 'api_key',
  subjectId: keyId,
  facts: { address, perMinute: limit },
  counted: ['codes', 'rate.limited'],
});

/** API keys for programs. Each program is a user of its own, so every record says which program made it. */
@Injectable()
export class ApiKeysService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'apiKeyPerMinute'>,
    private readonly trail: Trail,
  ) {}

  list(_actor: Actor, query: InputOf<typeof apiKeys.list>['query']) {
    return this.database.read(async (rows) => {
      const where = new Where().given(query.filter.revoked, '(t.revoked_at IS NOT NULL) = ?');
      return listRows<ApiKey, (typeof query)['sort']>(
        rows,
        {
          select: COLUMNS,
          from: FROM,
          where,
          sorts: apiKeyTable.sorts('t', 'createdAt', 'name', 'lastUsedAt'),
        },
        query,
      );
    });
  }

  /**
   * Returns the key itself, only this once. Refuses `key.expires` (not a future day) and `key.name` (another key in use
   * has it).
   */
  create(
    actor: Actor,
    { name, role, scope, expiresOn = null }: InputOf<typeof apiKeys.create>['body'],
  ): Promise<ApiKey & { key: string }> {
    if (expiresOn !== null && expiresOn < this.clock.today())
      throw new Refusal('key.expires', { today: this.clock.today() }).at('/expiresOn');
    return this.database.transaction(refOf(actor), async (tx) => {
      const [id, userId] = [newId(), newId()];
      if (await tx.one('SELECT 1 FROM api_key WHERE name = $1 AND revoked_at IS NULL', [name]))
        throw Refusal.conflict('key.name').at('/name');
      const key = `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
      // No password, so nobody can sign in as the program. Within its role it sees the whole zone.
      await appUserTable.insert(tx, {
        id: userId,
        username: `key:${id}`,
        name,
        role,
        departmentId: null,
        dataScope: 'all',
      });
      await apiKeyTable.insert(tx, {
        id,
        userId,
        name,
        keyHash: digest(key),
        hint: key.slice(-4),
        scope,
        expiresOn,
        createdBy: actor.userId,
      });
      return { ...(await this.one(tx, id)), key };
    });
  }

  revoke(actor: Actor, id: string): Promise<ApiKey> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await this.one(tx, id);
      const revoked = await tx.rows<{ user_id: string }>(
        `UPDATE api_key
         SET revoked_at = now(), revoked_by = $2
         WHERE id = $1 AND revoked_at IS NULL
         RETURNING user_id`,
        [id, actor.userId],
      );
      if (!revoked[0]) throw Refusal.conflict('key.revoked');
      await appUserTable.update(tx, { id: revoked[0].user_id }, { disabledAt: computed('now()') });
      return this.one(tx, id);
    });
  }

  /**
   * The actor of a key; undefined if it is unknown, revoked or expired. The time of its last use is stored to the
   * minute. Refuses `rate.limited` beyond its calls per minute, and tells the trail once in that minute.
   */
  async actorOf(key: string, address: string): Promise<Actor | undefined> {
    interface Found extends UserRow {
      readonly keyId: string;
      readonly scope: KeyScope;
      readonly stale: boolean;
    }
    const found = await this.database.read((rows) =>
      rows.one<Found>(
        `SELECT
           ${USER_COLUMNS}, k.id AS "keyId", k.scope,
           coalesce(k.last_used_at < now() - interval '1 minute', true) AS stale
         FROM api_key k
         JOIN app_user t ON t.id = k.user_id
         LEFT JOIN department d ON d.id = t.department_id
         WHERE k.key_hash = $1
             AND k.revoked_at IS NULL
             AND (k.expires_on IS NULL OR k.expires_on >= $2)
             AND t.disabled_at IS NULL`,
        [digest(key), this.clock.today()],
      ),
    );
    if (!found) return undefined;
    const limit = this.config.apiKeyPerMinute;
    const use = await this.database.transaction('system:access', async (tx) => {
      if (found.stale) await apiKeyTable.update(tx, { id: found.keyId }, { lastUsedAt: computed('now()') });
      const spent = known(await tx.one<{ calls: number; seconds: number }>(COUNT_CALL, [found.keyId]));
      // The first refusal of the minute, over all processes; further ones are only counted.
      if (spent.calls === limit + 1) await this.trail.write(tx, refusedCall(found, limit, address));
      return spent;
    });
    if (use.calls > limit)
      throw new Refusal('rate.limited', { retryAfterSeconds: Math.max(1, use.seconds) }, 'forbidden');
    return { ...actorFrom(found, found.keyId), keyScope: found.scope };
  }

  private async one(rows: Rows, id: string): Promise<ApiKey> {
    return known(await rows.one<ApiKey>(`SELECT ${COLUMNS} FROM ${FROM} WHERE t.id = $1`, [id]));
  }
}
