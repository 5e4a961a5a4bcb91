import { Inject, Injectable } from '@nestjs/common';
import type { Enterprise, EnterpriseDetail, enterprises } from '@crm/api-contract/enterprises';
import { MAY } from '@crm/api-contract/permissions';
import type { InputOf } from '@crm/api-contract/wire';
import { addDays } from '@crm/domain/days';
import { failsCheckOnly, matchingName, matchingProjectName } from '@crm/domain/enterprises';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Tx } from '@crm/platform/db';
import {
  Where,
  assertReach,
  changeRecord,
  known,
  listRows,
  mayOn,
  refOf,
  type Actor,
  type Planned,
} from '../data-access/index.js';
import { placeFaults } from '../parks/index.js';
import { enterpriseIdentity } from './enterprise-identity.js';
import { enterpriseTable, formerNameTable } from './enterprise.entity.js';
import {
  ENTERPRISE_COLUMNS,
  ENTERPRISE_JOINS,
  INCOMPLETE,
  enterpriseView,
  type EnterpriseRow,
} from './enterprise.view.js';
import * as store from './enterprises.store.js';
import { followName, formerNamesOf, lockIdentity, refuseFormerName } from './identity.store.js';
import { mergedFrom, mergedInto, refuseMerged } from './merged.store.js';
import { enterpriseMatching } from './matching-text.js';

const SORTS = enterpriseTable.sorts('t', 'updatedAt', 'createdAt', 'name');

/** The enterprises of the zone and their records. */
@Injectable()
export class EnterprisesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof enterprises.list>['query']) {
    return this.database.read(async (rows) => {
      const { q, parkId, industryId, mine, incomplete } = query.filter;
      const today = this.clock.today();
      const asked = (planned: Planned) => {
        const where = new Where()
          .and(...store.visibleEnterprises(actor, 't', today))
          .given(parkId, 't.park_id = ?')
          .given(industryId, 't.industry_id = ?');
        if (mine) where.and(...store.mine(actor, today));
        if (incomplete !== undefined) where.and(`${INCOMPLETE} = ?`, incomplete);
        return q ? where.and(...enterpriseMatching('t', q, planned)) : where;
      };
      const page = await listRows<EnterpriseRow, (typeof query)['sort']>(
        rows,
        {
          ...{ select: ENTERPRISE_COLUMNS, from: 'enterprise t', joins: ENTERPRISE_JOINS, sorts: SORTS },
          where: asked('anew'),
          ...(q ? { searched: asked('once') } : { prepared: true }),
        },
        query,
      );
      return { ...page, data: page.data.map(enterpriseView) };
    });
  }

  /** The enterprise that a merged record is part of now; undefined if it was never merged. */
  async mergedInto(id: string): Promise<string | undefined> {
    return (await this.database.read((rows) => mergedInto(rows, id)))?.id;
  }

  /** A merged record leads to the enterprise that it is part of. */
  async one(actor: Actor, asked: string): Promise<EnterpriseDetail> {
    const today = this.clock.today();
    return this.database.read(async (rows) => {
      const there = await store.enterpriseById(rows, actor, asked, today);
      const id = there ? asked : ((await mergedInto(rows, asked))?.id ?? asked);
      const row = known(there ?? (await store.enterpriseById(rows, actor, id, today)));
      const about = await store.aboutEnterprise(rows, actor, id, today);
      return {
        ...enterpriseView(row),
        formerNames: await formerNamesOf(rows, id),
        merged: await mergedFrom(rows, id),
        leads: { all: about.leads, worked: about.worked },
        contracts: about.contracts,
        contacts: about.contacts,
        may: (await mayOn(rows, actor, MAY.Enterprise, 'enterprise', [id], today))(id),
        primarySecretary: about.secretaryId
          ? { userId: about.secretaryId, name: about.secretaryName ?? '', since: about.secretarySince ?? '' }
          : null,
      };
    });
  }

  /**
   * Refuses `uscc.check`, `text.*` and `enterprise.duplicate`, with the existing enterprise if the caller may see it.
   * Also `enterprise.renamed`, unless the person says that it is another firm.
   */
  async create(
    actor: Actor,
    { anotherFirm = false, ...input }: InputOf<typeof enterprises.create>['body'],
  ): Promise<Enterprise> {
    const identity = enterpriseIdentity(input);
    return this.database.transaction(refOf(actor), async (tx) => {
      await lockIdentity(tx, identity.matchName, identity.creditCode);
      await this.refuseDuplicate(tx, actor, identity.creditCode, null);
      if (!anotherFirm) await refuseFormerName(tx, identity, '/name');
      await assertReferences(tx, input);
      const id = newId();
      await enterpriseTable.insert(tx, {
        ...enterpriseTable.givenIn(input),
        ...identity,
        id,
        createdBy: actor.userId,
        creditCodeSeenBy: seenByOf(identity.creditCode, input.creditCodeSeenBy),
      });
      return enterpriseView(known(await store.enterpriseById(tx, actor, id, this.clock.today())));
    });
  }

  async update(
    actor: Actor,
    id: string,
    version: number,
    {
      creditCodeSeenBy,
      misspelt = false,
      anotherFirm = false,
      renamedOn,
      ...input
    }: InputOf<typeof enterprises.update>['body'],
  ): Promise<Enterprise> {
    const today = this.clock.today();
    return this.database.transaction(refOf(actor), async (tx) => {
      const there = await store.enterpriseById(tx, actor, id, today);
      if (!there) await refuseMerged(tx, id);
      const before = known(there);
      await assertReach(tx, actor, ['update', 'Enterprise'], 'enterprise', id, today);
      // Who saw the code is written together with the code alone.
      const seenBy: { readonly creditCodeSeenBy?: string | null } = {};
      const changes = enterpriseTable.changesIn({ ...input, ...seenBy });
      if (input.name !== undefined || input.creditCode !== undefined) {
        const code = input.creditCode === undefined ? before.creditCode : input.creditCode;
        // A code that was once accepted by override is not checked again while it stays the same.
        const identity = enterpriseIdentity({
          name: input.name ?? before.name,
          creditCode: code,
          creditCodeSeenBy: creditCodeSeenBy ?? (code === before.creditCode ? 'kept' : undefined),
        });
        await lockIdentity(tx, identity.matchName, identity.creditCode);
        await this.refuseDuplicate(tx, actor, identity.creditCode, id);
        if (input.name !== undefined && !anotherFirm) await refuseFormerName(tx, identity, '/name', id);
        if (input.name !== undefined) changes.name = identity.name;
        if (input.creditCode !== undefined) {
          changes.creditCode = identity.creditCode;
          changes.creditCodeSeenBy = seenByOf(identity.creditCode, creditCodeSeenBy ?? before.creditCodeSeenBy);
          if (identity.creditCode && before.standing === 'to-be-founded') changes.standing = 'registered';
        }
      }
      await assertReferences(tx, input, before);
      await changeRecord(tx, enterpriseTable, id, version, changes);
      if (changes.name !== undefined) {
        if (!misspelt) await this.keepFormerName(tx, actor, id, before.name, changes.name, renamedOn ?? today);
        await followName(tx, id, changes.name);
      }
      return enterpriseView(known(await store.enterpriseById(tx, actor, id, today)));
    });
  }

  /**
   * 曾用名 until the day before the new name. A name that only differs in spelling is no former name. Refuses
   * `enterprise.renamed-later`.
   */
  private async keepFormerName(
    tx: Tx,
    actor: Actor,
    enterpriseId: string,
    former: string,
    name: string,
    renamedOn: string,
  ): Promise<void> {
    if (renamedOn > this.clock.today()) throw new Refusal('enterprise.renamed-later').at('/renamedOn');
    if (matchingProjectName(former) === matchingProjectName(name)) return;
    await formerNameTable.insert(tx, {
      id: newId(),
      enterpriseId,
      name: former,
      matchName: matchingName(former),
      toDay: addDays(renamedOn, -1),
      recordedBy: actor.userId,
    });
  }

  private async refuseDuplicate(tx: Tx, actor: Actor, code: string | null, except: string | null): Promise<void> {
    if (!code) return;
    const other = await tx.one<{ id: string; name: string }>(
      'SELECT id, name FROM enterprise WHERE credit_code = $1 AND id IS DISTINCT FROM $2::uuid',
      [code, except],
    );
    if (!other) return;
    const visible = await store.enterpriseById(tx, actor, other.id, this.clock.today());
    throw Refusal.conflict('enterprise.duplicate', visible ? { enterpriseId: other.id, name: other.name } : {});
  }
}

/** Kept only for a code that fails its check. */
const seenByOf = (code: string | null, seenBy: string | null | undefined): string | null =>
  code && failsCheckOnly(code) ? (seenBy ?? null) : null;

/** Refuses `park.unknown`, `industry.unknown`, `park.closed` and `industry.closed`, with their fields. */
export async function assertReferences(tx: Tx, input: Places, before: Places = {}): Promise<void> {
  const faults = await placeFaults(tx, input, { before });
  if (faults.length > 0) throw Refusal.fields(faults);
}

interface Places {
  readonly parkId?: string | null | undefined;
  readonly industryId?: string | null | undefined;
}
