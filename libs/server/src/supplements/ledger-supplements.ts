import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '@crm/domain/refusal';
import { newId, type RowOf, type Rows, type Tx } from '@crm/platform/db';
import { PROMISES, Promises, amountOf, contractTable } from '../contracts/index.js';
import { known, type Actor } from '../data-access/index.js';
import { NOTHING_OF_ITS_OWN, inheritedFrom } from './supplement-paper.js';
import { contractAmendmentTable, type Changes } from './supplement.entity.js';
import { SupplementsService } from './supplements.service.js';
import { nextNumber } from './supplements.store.js';

/** The data of a ledger about the supplement document itself. */
export interface LedgerPaper {
  readonly number: string | null;
  readonly signedOn: string;
  readonly note: string;
  readonly channel: string | null;
  readonly handlerName: string | null;
  readonly firstContactOn: string | null;
  readonly energyTce: string | null;
  readonly rdPercent: string | null;
}

/**
 * By contract: its version after the import had amended it. If the contract existed before, also its earlier columns.
 */
export type Amended = Readonly<Record<string, { readonly version: number; readonly was: Was | null }>>;
type Was = Pick<RowOf<typeof contractTable>, (typeof WAS)[number]>;

const WAS = [
  'areaMu',
  'landFree',
  'fullProductionYear',
  'fullProductionOn',
  'belowStandard',
  'belowStandardReason',
  'belowStandardApprovedBy',
] as const;
/** The instants at which an import amended a contract, one for each of its supplements. */
const AMENDED = `SELECT DISTINCT a.contract_id, a.in_force_from AS at
   FROM contract_amendment a
   JOIN contract s ON s.id = a.id
   WHERE s.import_id = $1`;

/**
 * Enters the supplements of a ledger. They were signed long ago, so they need no approval. The same verb brings an
 * approved supplement into force, with before and after.
 */
@Injectable()
export class LedgerSupplements {
  constructor(
    private readonly supplements: SupplementsService,
    @Inject(PROMISES) private readonly promises: Promises,
  ) {}

  /**
   * In the caller's transaction. `reserved`: numbers of other documents of the ledger. Refuses the same changes as
   * `SupplementsService`. Returns the version of the contract, with its earlier columns.
   */
  async enter(
    tx: Tx,
    actor: Actor,
    importId: string,
    contractId: string,
    paper: LedgerPaper,
    changes: Changes,
    reserved: ReadonlySet<string>,
  ): Promise<{ version: number; was: Was }> {
    const before = await this.supplements.locked(tx, actor, contractId);
    const was = known(
      await tx.one<Was>(`SELECT ${contractTable.pick(undefined, ...WAS)} FROM contract WHERE id = $1`, [contractId]),
    );
    const increase = changes.increase ? amountOf(changes.increase, '/increase') : null;
    const id = newId();
    const { number, ...written } = paper;
    await contractTable.insert(tx, {
      ...NOTHING_OF_ITS_OWN,
      ...(await inheritedFrom(tx, contractId)),
      ...written,
      id,
      number: number ?? (await nextNumber(tx, before.contract, reserved)),
      status: 'signed',
      amountWan: increase?.wan ?? null,
      amountEntered: increase?.entered ?? null,
      createdBy: actor.userId,
      importId,
    });
    const after = await this.supplements.changed(tx, actor, before, changes, paper.note, null);
    await contractAmendmentTable.insert(tx, {
      id,
      contractId,
      state: 'in-force',
      reason: paper.note,
      changes,
      before: before.facts,
      after: after.facts,
      parentVersion: after.contract.version,
      askedBy: actor.userId,
      inForceFrom: before.at,
    });
    return { version: after.contract.version, was };
  }

  /**
   * `import.in-use`: a contract that existed before the import was changed after it was amended. Contracts that the
   * import itself brought are checked together with everything that belongs to them.
   */
  async demandUntouched(rows: Rows, amended: Amended): Promise<void> {
    const earlier = Object.entries(amended).filter(([, { was }]) => was !== null);
    const moved = await rows.rows<{ number: string }>(
      `SELECT c.number
       FROM contract c
       JOIN unnest($1::uuid[], $2::int[]) AS k(id, version) ON k.id = c.id
       WHERE c.version <> k.version
       ORDER BY c.number
       LIMIT 20`,
      [earlier.map(([id]) => id), earlier.map(([, { version }]) => version)],
    );
    if (moved.length > 0)
      throw Refusal.conflict('import.in-use', { count: moved.length, contracts: moved.map(({ number }) => number) });
  }

  /**
   * Restores the contracts as they were before the import; the documents are removed with its contracts. The audit
   * keeps every row.
   */
  async takeBack(tx: Tx, importId: string, amended: Amended): Promise<void> {
    await this.demandUntouched(tx, amended);
    await tx.run(
      `DELETE FROM parcel p
       USING (${AMENDED}) x
       WHERE p.contract_id = x.contract_id AND p.known_from = x.at`,
      [importId],
    );
    const promised = `FROM (${AMENDED}) x JOIN commitment m ON m.contract_id = x.contract_id`;
    await tx.run(
      `DELETE FROM commitment_term t
       USING (SELECT m.id, x.at ${promised}) k
       WHERE t.commitment_id = k.id AND t.known_from = k.at`,
      [importId],
    );
    await tx.run(
      `UPDATE commitment_term t
       SET known_to = NULL
       FROM (SELECT m.id, x.at ${promised}) k
       WHERE t.commitment_id = k.id AND t.known_to = k.at`,
      [importId],
    );
    await tx.run(
      `DELETE FROM contract_full_production f
       USING (${AMENDED}) x
       WHERE f.contract_id = x.contract_id AND f.known_to = x.at`,
      [importId],
    );
    await tx.run('DELETE FROM contract_amendment a USING contract s WHERE s.id = a.id AND s.import_id = $1', [
      importId,
    ]);
    const earlier = Object.entries(amended).flatMap(([id, { was }]) => (was ? [{ id, ...was }] : []));
    for (const { id, ...was } of earlier) await contractTable.update(tx, { id }, was);
    if (earlier.length > 0)
      await this.promises.changed(
        tx,
        earlier.map(({ id }) => id),
      );
  }
}
