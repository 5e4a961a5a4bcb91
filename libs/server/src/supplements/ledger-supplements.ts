import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '@crm/domain/refusal';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import { PROMISES, Promises, amountOf } from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import type { Changes } from './change-contract.js';
import { SupplementsService } from './supplements.service.js';
import { nextNumber } from './supplements.store.js';

/** What a ledger says of the paper itself. */
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

/** By contract: its version once the import had amended it and, where it was there before, the plain columns it had. */
export type Amended = Readonly<Record<string, { readonly version: number; readonly was: Was | null }>>;
interface Was {
  area_mu: string | null;
  land_free: boolean;
  full_production_year: number | null;
  full_production_on: string | null;
  below_standard: boolean;
  below_standard_reason: string | null;
  below_standard_approved_by: string | null;
}

const WAS =
  'area_mu, land_free, full_production_year, full_production_on, below_standard, below_standard_reason, below_standard_approved_by';
/** The instant an import amended a contract: one transaction, so one for all its supplements. */
const AMENDED = `SELECT DISTINCT a.contract_id, a.in_force_from AS at
   FROM contract_amendment a
   JOIN contract s ON s.id = a.id
   WHERE s.import_id = $1`;

/**
 * Supplements a ledger brings: signed long ago, so nobody is asked; by the verb that brings a granted one into force,
 * with before and after.
 */
@Injectable()
export class LedgerSupplements {
  constructor(
    private readonly supplements: SupplementsService,
    @Inject(PROMISES) private readonly promises: Promises,
  ) {}

  /**
   * In the caller's transaction. `reserved`: numbers other papers of the ledger carry. Refuses what
   * `SupplementsService` refuses of a change. Answers the version of the contract, with its columns as they were.
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
    const was = await tx.one<Was>(`SELECT ${WAS} FROM contract WHERE id = $1`, [contractId]);
    const increase = changes.increase ? amountOf(changes.increase, '/increase') : null;
    const id = newId();
    await tx.run(
      `INSERT INTO contract (
         id, number, kind, status, enterprise_id, project_id, park_id, industry_id, parent_id, officer_id, signed_on,
         amount_wan, amount_entered, handler_name, channel, first_contact_on, energy_tce, rd_percent, note,
         created_by, import_id
       )
       SELECT
         $2, $3, 'supplement', 'signed', enterprise_id, project_id, park_id, industry_id, id, officer_id, $4, $5, $6,
         $7, $8, $9, $10, $11, $12, $13, $14
       FROM contract
       WHERE id = $1`,
      [
        contractId,
        id,
        paper.number ?? (await nextNumber(tx, before.contract, reserved)),
        paper.signedOn,
        increase?.wan ?? null,
        increase?.entered ?? null,
        paper.handlerName,
        paper.channel,
        paper.firstContactOn,
        paper.energyTce,
        paper.rdPercent,
        paper.note,
        actor.userId,
        importId,
      ],
    );
    const after = await this.supplements.changed(tx, actor, before, changes, paper.note, null);
    await tx.run(
      `INSERT INTO contract_amendment (
         id, contract_id, state, reason, changes, before, after, parent_version, asked_by, in_force_from
       )
       VALUES ($1, $2, 'in-force', $3, $4, $5, $6, $7, $8, now())`,
      [
        id,
        contractId,
        paper.note,
        JSON.stringify(changes),
        JSON.stringify(before.facts),
        JSON.stringify(after.facts),
        after.contract.version,
        actor.userId,
      ],
    );
    return { version: after.contract.version, was: was as Was };
  }

  /**
   * `import.in-use`: a contract that was there before the import has been changed since it was amended. Those the
   * import brought itself are asked about with all else that hangs on them.
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
   * Contracts are again what they were before the import; the papers go with its contracts. The audit keeps every row.
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
    for (const { id, ...was } of earlier) {
      await tx.run(
        `UPDATE contract
         SET (${WAS}) = ($2, $3, $4, $5, $6, $7, $8), version = version + 1, updated_at = now()
         WHERE id = $1`,
        [
          id,
          was.area_mu,
          was.land_free,
          was.full_production_year,
          was.full_production_on,
          was.below_standard,
          was.below_standard_reason,
          was.below_standard_approved_by,
        ],
      );
    }
    if (earlier.length > 0)
      await this.promises.changed(
        tx,
        earlier.map(({ id }) => id),
      );
  }
}
