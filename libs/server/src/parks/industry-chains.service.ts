import { Inject, Injectable } from '@nestjs/common';
import type { IndustryChain, industryChains } from '@crm/api-contract/parks';
import type { InputOf } from '@crm/api-contract/wire';
import { assertMoved, assertValidity, type TreeNode } from '@crm/domain/parks';
import { Refusal, isRefusal } from '@crm/domain/refusal';
import { DATABASE, Database, computed, newId, takeTurn, type ShownOf, type Tx } from '@crm/platform/db';
import {
  Where,
  anyContains,
  changeRecord,
  known,
  listRows,
  refOf,
  shaped,
  writeRecord,
  type Actor,
} from '../data-access/index.js';
import { REOPENED, closedBy, lastPlace, locked, refuseTaken, usesOf } from './entries.store.js';
import { industryChainTable } from './park.entity.js';

/** 产业链: the tree above the industries. */
@Injectable()
export class IndustryChainsService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(_actor: Actor, query: InputOf<typeof industryChains.list>['query']) {
    const { q, offeredOn } = query.filter;
    return this.database.read(async (rows) => {
      const where = new Where().given(
        offeredOn,
        '(t.valid_from IS NULL OR t.valid_from <= ?) AND (t.closed_from IS NULL OR t.closed_from > ?)',
        offeredOn,
        offeredOn,
      );
      if (q) where.and(...anyContains(['t.name', 't.code'], q));
      const page = await listRows<ShownOf<typeof industryChainTable>, (typeof query)['sort']>(
        rows,
        {
          select: industryChainTable.columns('t'),
          from: 'industry_chain t',
          where,
          sorts: industryChainTable.sorts('t', 'position', 'code', 'name'),
        },
        query,
      );
      return { ...page, data: page.data.map(chainView) };
    });
  }

  async one(_actor: Actor, id: string): Promise<IndustryChain> {
    return chainView(known(await this.database.read((rows) => industryChainTable.one(rows, { id }))));
  }

  uses(_actor: Actor, id: string) {
    return this.database.read((rows) => usesOf(rows, industryChainTable, id));
  }

  /** Refuses `reference.code-taken`, `reference.name-taken`, `tree.parent` and `tree.deep`. */
  create(actor: Actor, { position, ...input }: InputOf<typeof industryChains.create>['body']): Promise<IndustryChain> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const id = newId();
      await refuseTaken(tx, industryChainTable, input);
      await demandMoved(tx, id, input.parentId);
      await industryChainTable.insert(tx, {
        ...industryChainTable.givenIn({ position, ...input }),
        id,
        position: position ?? computed(lastPlace(industryChainTable)),
      });
      return chainView(known(await industryChainTable.one(tx, { id })));
    });
  }

  /** Refuses what `create` refuses, `tree.circle` and `reference.validity`. */
  update(
    actor: Actor,
    id: string,
    version: number,
    input: InputOf<typeof industryChains.update>['body'],
  ): Promise<IndustryChain> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await demandMoved(tx, id, input.parentId);
      const before = await locked(tx, industryChainTable, id);
      await refuseTaken(tx, industryChainTable, input, id);
      if (input.validFrom !== undefined) assertValidity({ ...before, validFrom: input.validFrom }, '/validFrom');
      return chainView(
        await changeRecord(tx, industryChainTable, id, version, industryChainTable.changesIn(input), chainView),
      );
    });
  }

  /** Refuses `reference.validity`, and `tree.open-below` while something below it stays open. */
  close(
    actor: Actor,
    id: string,
    version: number | undefined,
    body: InputOf<typeof industryChains.close>['body'],
  ): Promise<IndustryChain> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { seen, ...before } = await locked(tx, industryChainTable, id, version);
      const open = await tx.one<{ count: number }>(
        `SELECT count(*)::int AS count
         FROM (
           SELECT closed_from FROM industry WHERE chain_id = $1
           UNION ALL
           SELECT closed_from FROM industry_chain WHERE parent_id = $1
         ) below
         WHERE closed_from IS NULL OR closed_from > $2::date`,
        [id, body.from],
      );
      if (open && open.count > 0) throw Refusal.conflict('tree.open-below', { count: open.count });
      return chainView(await writeRecord(tx, industryChainTable, id, seen, closedBy(before, body), chainView));
    });
  }

  reopen(actor: Actor, id: string, version: number | undefined): Promise<IndustryChain> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { seen } = await locked(tx, industryChainTable, id, version);
      return chainView(await writeRecord(tx, industryChainTable, id, seen, REOPENED, chainView));
    });
  }
}

/** Two who move at once have their turns, so that together they make no circle. */
async function demandMoved(tx: Tx, id: string, parentId: string | null | undefined): Promise<void> {
  if (parentId === undefined) return;
  await takeTurn(tx, industryChainTable.name);
  const nodes = await tx.rows<TreeNode>('SELECT id, parent_id AS "parentId" FROM industry_chain');
  try {
    assertMoved(nodes, id, parentId);
  } catch (thrown) {
    throw isRefusal(thrown) ? thrown.at('/parentId') : thrown;
  }
}

const chainView = (row: ShownOf<typeof industryChainTable>): IndustryChain => shaped<IndustryChain>()(row);
