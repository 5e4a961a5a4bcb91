import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Config } from '@crm/platform/config';
import { Database } from '@crm/platform/db';
import type { Logger } from '@crm/platform/log';
import type { DataSource } from 'typeorm';
import { AuditKeys } from './audit-keys.js';
import { BrokenTrailError } from './break-kinds.js';
import { HeadSigner } from './head-signer.js';

/** The same migrations; what they change is sealed like what anybody changes. */
export function sealedMigrations(
  migrations: readonly (new () => MigrationInterface)[],
  keys: AuditKeys,
): (new () => MigrationInterface)[] {
  return migrations.map((Migration) => {
    class Sealed extends (Migration as new () => MigrationInterface) {
      override async up(runner: QueryRunner): Promise<void> {
        await runner.query(`SELECT set_config('app.seal', $1, true)`, [keys.transactionSeal()]);
        await super.up(runner);
      }
    }
    // TypeORM keeps the name of the class.
    Object.defineProperty(Sealed, 'name', { value: Migration.name });
    return Sealed;
  });
}

/**
 * Around a migration: the trail as the new version has it is signed. `wished`: the operator says that everything which
 * is there now is right, for example after a restore on another server (AUDIT_ADOPT=1).
 */
export class Adoption {
  private readonly signer: HeadSigner;
  private guardsBefore: string | undefined;

  constructor(
    owner: DataSource,
    config: Config,
    private readonly log: Logger,
  ) {
    this.signer = new HeadSigner(new Database(owner), config, log);
  }

  /** Before the migration, which may bring new triggers: those of now must be those that were signed. */
  async begin(): Promise<void> {
    this.guardsBefore = await this.signer.guards();
  }

  /** Nothing is signed in a database without entries, and a broken trail is left to the verification. */
  async end(migrated: boolean, wished: boolean): Promise<void> {
    if (!migrated && !wished) return;
    try {
      const head = await this.signer.adopt({ guardsBefore: this.guardsBefore, all: wished });
      if (head) this.log.info({ head: head.n }, 'the audit trail is signed as it is now');
    } catch (error) {
      if (!(error instanceof BrokenTrailError)) throw error;
    }
  }
}
