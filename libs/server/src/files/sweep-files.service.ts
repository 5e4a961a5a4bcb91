import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { FileVault } from './file-vault.js';

/** An upload under way is never older. */
const A_DAY = 24 * 60 * 60 * 1_000;

/**
 * Bytes whose record was never written: the process died between the two. A file that has a record is never touched,
 * removed or not.
 */
@Injectable()
export class SweepFilesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: FileVault,
  ) {}

  /** How many went. */
  async sweep(): Promise<number> {
    let gone = 0;
    for await (const ids of this.vault.older(new Date(this.clock.now().getTime() - A_DAY))) {
      const kept = new Set(
        (
          await this.database.read((rows) =>
            rows.rows<{ id: string }>('SELECT id::text FROM file WHERE id::text = ANY($1)', [ids]),
          )
        ).map(({ id }) => id),
      );
      for (const id of ids.filter((one) => !kept.has(one))) {
        await this.vault.drop(id);
        gone += 1;
      }
    }
    return gone;
  }
}
