import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { FileVault } from './file-vault.js';

/** No running upload is older than this. */
const A_DAY = 24 * 60 * 60 * 1_000;

/**
 * Removes content whose record was never written: the process died in between. A file with a record is never touched,
 * removed or not.
 */
@Injectable()
export class SweepFilesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: FileVault,
  ) {}

  /** Returns the number of files removed. */
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
