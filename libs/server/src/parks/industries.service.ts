import { Inject, Injectable } from '@nestjs/common';
import type { Industry, industries } from '@crm/api-contract/parks';
import type { InputOf } from '@crm/api-contract/wire';
import { assertValidity } from '@crm/domain/parks';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, computed, newId, type Rows, type ShownOf, type Tx } from '@crm/platform/db';
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
import { industryTable } from './park.entity.js';

type IndustryRow = ShownOf<typeof industryTable> & { readonly chainName: string | null };
const COLUMNS = `${industryTable.columns('t')}, c.name AS "chainName"`;
const FROM = 'industry t LEFT JOIN industry_chain c ON c.id = t.chain_id';

/** 产业: what contracts, leads and standards name; each stands below one chain, or below none. */
@Injectable()
export class IndustriesService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(_actor: Actor, query: InputOf<typeof industries.list>['query']) {
    const { q, offeredOn } = query.filter;
    return this.database.read(async (rows) => {
      const where = new Where().given(
        offeredOn,
        '(t.valid_from IS NULL OR t.valid_from <= ?) AND (t.closed_from IS NULL OR t.closed_from > ?)',
        offeredOn,
        offeredOn,
      );
      if (q) where.and(...anyContains(['t.name', 't.code'], q));
      const page = await listRows<IndustryRow, (typeof query)['sort']>(
        rows,
        { select: COLUMNS, from: FROM, where, sorts: industryTable.sorts('t', 'position', 'code', 'name') },
        query,
      );
      return { ...page, data: page.data.map(industryView) };
    });
  }

  one(_actor: Actor, id: string): Promise<Industry> {
    return this.database.read((rows) => industryById(rows, id));
  }

  uses(_actor: Actor, id: string) {
    return this.database.read((rows) => usesOf(rows, industryTable, id));
  }

  /** Refuses `reference.code-taken`, `reference.name-taken` and `chain.unknown`. */
  create(actor: Actor, { position, ...input }: InputOf<typeof industries.create>['body']): Promise<Industry> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await refuseTaken(tx, industryTable, input);
      await demandChain(tx, input.chainId);
      const id = newId();
      await industryTable.insert(tx, {
        ...industryTable.givenIn({ position, ...input }),
        id,
        position: position ?? computed(lastPlace(industryTable)),
      });
      return industryById(tx, id);
    });
  }

  /** Refuses what `create` refuses, and `reference.validity`. */
  update(
    actor: Actor,
    id: string,
    version: number,
    input: InputOf<typeof industries.update>['body'],
  ): Promise<Industry> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await locked(tx, industryTable, id);
      await refuseTaken(tx, industryTable, input, id);
      await demandChain(tx, input.chainId);
      if (input.validFrom !== undefined) assertValidity({ ...before, validFrom: input.validFrom }, '/validFrom');
      await changeRecord(tx, industryTable, id, version, industryTable.changesIn(input));
      return industryById(tx, id);
    });
  }

  /** Refuses `reference.validity`. */
  close(
    actor: Actor,
    id: string,
    version: number | undefined,
    body: InputOf<typeof industries.close>['body'],
  ): Promise<Industry> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { seen, ...before } = await locked(tx, industryTable, id, version);
      await writeRecord(tx, industryTable, id, seen, closedBy(before, body));
      return industryById(tx, id);
    });
  }

  reopen(actor: Actor, id: string, version: number | undefined): Promise<Industry> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { seen } = await locked(tx, industryTable, id, version);
      await writeRecord(tx, industryTable, id, seen, REOPENED);
      return industryById(tx, id);
    });
  }
}

/** Refuses `chain.unknown`. The chain is locked, so that it is not closed meanwhile. */
async function demandChain(tx: Tx, chainId: string | null | undefined): Promise<void> {
  if (!chainId) return;
  const [chain] = await tx.rows('SELECT id FROM industry_chain WHERE id = $1 FOR KEY SHARE', [chainId]);
  if (!chain) throw new Refusal('chain.unknown').at('/chainId');
}

const industryById = async (rows: Rows, id: string): Promise<Industry> =>
  industryView(known(await rows.one<IndustryRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE t.id = $1`, [id])));

const industryView = (row: IndustryRow): Industry => shaped<Industry>()(row);
