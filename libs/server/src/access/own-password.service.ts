import { Inject, Injectable } from '@nestjs/common';
import type { auth } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, computed } from '@crm/platform/db';
import { refOf, type Actor } from '../data-access/index.js';
import { zoneTable } from '../zone/zone.entity.js';
import { AccessService } from './access.service.js';
import { appUserTable } from './access.entity.js';
import { userByName } from './access.store.js';
import { admitNewPassword } from './new-administrator.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { endAllSessions } from './session.store.js';
import { attemptOf, countRight, countWrong, takePlace } from './sign-in-attempts.js';

/** A person changes the password of the own account. */
@Injectable()
export class OwnPasswordService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly access: AccessService,
  ) {}

  /**
   * The other sessions of the person end. Guesses at the current password count as those of a sign-in. Refuses
   * `password.current`, `password.same`, `password.none`, `rate.limited`, and what `admitPassword` refuses at `/new`.
   */
  async change(actor: Actor, input: InputOf<typeof auth.password>['body'], address: string): Promise<void> {
    const user = await this.database.read((rows) => userByName(rows, actor.username));
    if (actor.keyScope || !user?.passwordHash) throw Refusal.conflict('password.none');
    const attempt = attemptOf(actor.username, address);
    const slowedMs = await takePlace(this.database, attempt);
    if (slowedMs > 0) await new Promise((resolve) => setTimeout(resolve, slowedMs));
    const right = await verifyPassword(user.passwordHash, input.current);
    await this.database.transaction('system:access', (tx) => (right ? countRight : countWrong)(tx, attempt));
    if (!right) throw new Refusal('password.current').at('/current');
    if (input.new === input.current) throw new Refusal('password.same').at('/new');
    const [zone] = await this.database.read((rows) => zoneTable.find(rows, { sole: true }));
    const names = zone ? [zone.name, zone.nameEn, zone.shortName] : [];
    admitNewPassword(input.new, [user.username, user.name, ...names], '/new');
    const passwordHash = await hashPassword(input.new);
    const ended = await this.database.transaction(refOf(actor), async (tx) => {
      await appUserTable.update(
        tx,
        { id: user.id },
        { passwordHash, passwordSetAt: computed('now()'), startingUntil: null },
      );
      return endAllSessions(tx, user.id, 'the password was changed', actor.sessionId);
    });
    this.access.forget([...ended, actor.sessionId]);
  }
}
