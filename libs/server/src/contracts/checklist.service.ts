import { Inject, Injectable } from '@nestjs/common';
import type { ChecklistItem, ContractChecklist, checklistItems, contractChecklists } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import {
  admitChecklist,
  assertReviewStays,
  missingClauses,
  needsChecklist,
  type ContractKind,
} from '@crm/domain/contracts';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, computed, newId, type Rows, type ShownOf, type Tx } from '@crm/platform/db';
import { changeRecord, known, refOf, type Actor } from '../data-access/index.js';
import { clauseChecklistItemTable, contractCheckTable } from './contract.entity.js';
import { contractById, contractTo } from './contracts.store.js';
import { assertDraft } from './draft-contract.js';

interface CheckRow extends ShownOf<typeof clauseChecklistItemTable> {
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly checkNote: string | null;
}

/** 条款清单: what must be checked before a contract with commitments is submitted or signed. */
@Injectable()
export class ChecklistService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  one(actor: Actor, id: string): Promise<ContractChecklist> {
    return this.database.read(async (rows) =>
      checklistOf(rows, known(await contractById(rows, actor, id, this.clock.today()))),
    );
  }

  /** Only the checklist of a draft changes. Refuses `contract.signed`, `contract.in-review` and `contract.void`. */
  check(
    actor: Actor,
    id: string,
    itemId: string,
    { note = '' }: InputOf<typeof contractChecklists.check>['body'],
  ): Promise<ContractChecklist> {
    return this.onDraft(actor, id, itemId, (tx) =>
      contractCheckTable.insert(tx, {
        id: newId(),
        contractId: id,
        itemId,
        checkedBy: actor.userId,
        checkedAt: computed('clock_timestamp()'),
        note,
      }),
    );
  }

  /** Refuses what `check` refuses. */
  uncheck(actor: Actor, id: string, itemId: string): Promise<ContractChecklist> {
    return this.onDraft(actor, id, itemId);
  }

  async items(_actor: Actor): Promise<{ data: ChecklistItem[] }> {
    return { data: await this.database.read(itemsOf) };
  }

  /** Added at the end. It has a key of its own, so a renamed clause stays the same clause. */
  addItem(
    actor: Actor,
    { name, nameEn, required }: InputOf<typeof checklistItems.create>['body'],
  ): Promise<ChecklistItem> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const id = newId();
      const position = computed('(SELECT coalesce(max(position), 0) + 10 FROM clause_checklist_item)');
      await clauseChecklistItemTable.insert(tx, { id, key: `own-${id}`, name, nameEn, required, position });
      return known(await clauseChecklistItemTable.one(tx, { id }));
    });
  }

  /** Refuses `checklist.order` if a clause is missing or named twice. */
  order(actor: Actor, { ids }: InputOf<typeof checklistItems.order>['body']): Promise<{ data: ChecklistItem[] }> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const items = await tx.rows<{ id: string }>('SELECT id FROM clause_checklist_item ORDER BY id FOR UPDATE');
      if (new Set(ids).size !== ids.length || ids.length !== items.length || !items.every(({ id }) => ids.includes(id)))
        throw new Refusal('checklist.order').at('/ids');
      await tx.run(
        `UPDATE clause_checklist_item i
         SET position = o.n * 10, version = i.version + 1, updated_at = now()
         FROM unnest($1::uuid[])
         WITH ORDINALITY AS o(id, n)
         WHERE o.id = i.id AND i.position <> o.n * 10`,
        [ids],
      );
      return { data: await itemsOf(tx) };
    });
  }

  /** Refuses `checklist.fair-competition-stays`. */
  changeItem(
    actor: Actor,
    id: string,
    version: number,
    input: InputOf<typeof checklistItems.update>['body'],
  ): Promise<ChecklistItem> {
    return this.database.transaction(refOf(actor), async (tx) => {
      assertReviewStays(known(await clauseChecklistItemTable.one(tx, { id })), input);
      return changeRecord(tx, clauseChecklistItemTable, id, version, clauseChecklistItemTable.changesIn(input));
    });
  }

  /** Ends the old check and begins the new one, while nobody can submit the draft. */
  private onDraft(
    actor: Actor,
    id: string,
    itemId: string,
    begin?: (tx: Tx) => Promise<unknown>,
  ): Promise<ContractChecklist> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await lock(tx, id);
      const draft = await contractTo(['update', 'Contract'], tx, actor, id, this.clock.today());
      assertDraft(draft);
      known(await clauseChecklistItemTable.one(tx, { id: itemId, active: true }));
      await contractCheckTable.update(
        tx,
        { contractId: id, itemId, knownTo: null },
        { knownTo: computed('greatest(clock_timestamp(), checked_at)') },
      );
      await begin?.(tx);
      return checklistOf(tx, draft);
    });
  }
}

/**
 * Refuses `checklist.incomplete` and `checklist.fair-competition`. Locks the contract, so that no check is removed
 * before the signature.
 */
export async function assertChecked(
  tx: Tx,
  contract: { readonly id: string; readonly kind: ContractKind },
): Promise<void> {
  await lock(tx, contract.id);
  admitChecklist(contract.kind, (await checklistOf(tx, contract)).data);
}

const lock = (tx: Tx, id: string): Promise<unknown> => tx.one('SELECT id FROM contract WHERE id = $1 FOR UPDATE', [id]);

/** A retired item is shown only if it was checked. */
async function checklistOf(
  rows: Rows,
  contract: { readonly id: string; readonly kind: ContractKind },
): Promise<ContractChecklist> {
  const found = await rows.rows<CheckRow>(
    `SELECT
       ${clauseChecklistItemTable.columns('i')}, u.name AS "checkedBy", k.checked_at AS "checkedAt",
       k.note AS "checkNote"
     FROM clause_checklist_item i
     LEFT JOIN contract_check k ON k.item_id = i.id AND k.contract_id = $1 AND k.known_to IS NULL
     LEFT JOIN app_user u ON u.id = k.checked_by
     WHERE i.active OR k.id IS NOT NULL
     ORDER BY i.position, i.key`,
    [contract.id],
  );
  const data = found.map((row) => ({
    itemId: row.id,
    key: row.key,
    name: row.name,
    nameEn: row.nameEn,
    required: row.required,
    checked: row.checkedAt !== null,
    checkedBy: row.checkedBy,
    checkedAt: row.checkedAt,
    note: row.checkNote ?? '',
  }));
  const needed = needsChecklist(contract.kind);
  return { needed, missing: needed ? missingClauses(data).length : 0, data };
}

const itemsOf = (rows: Rows): Promise<ChecklistItem[]> =>
  rows.rows<ShownOf<typeof clauseChecklistItemTable>>(
    `SELECT ${clauseChecklistItemTable.columns('i')} FROM clause_checklist_item i ORDER BY i.position, i.key`,
  );
