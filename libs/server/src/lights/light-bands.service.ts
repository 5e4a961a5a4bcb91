import { Inject, Injectable } from '@nestjs/common';
import type { LightBands, lightBands } from '@crm/api-contract/lights';
import type { InputOf } from '@crm/api-contract/wire';
import { bandFaults, trafficBands } from '@crm/domain/lights';
import { plain } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, newId, supersede } from '@crm/platform/db';
import { dueRulesChanged } from '../due/index.js';
import { StaleRecord, refOf, type Actor } from '../data-access/index.js';
import { lightBandsTable } from './light.entity.js';
import { allBands, bandsView } from './light-bands.store.js';

const edge = (value: string | null): string | null => (value === null ? null : plain(value));

/** The bands of the lights, edited by an administrator; every table is kept. */
@Injectable()
export class LightBandsService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  inForce(_actor: Actor) {
    return this.database.read(async (rows) => {
      const [current, ...history] = (await allBands(rows)).map(bandsView);
      return { inForce: current as LightBands, history };
    });
  }

  /**
   * Refuses all faults of the table with their rows, and `bands.unchanged`. If two people edit at once, one wins, and
   * the other sees the current table.
   */
  change(
    actor: Actor,
    version: number,
    { bands, reason }: InputOf<typeof lightBands.change>['body'],
  ): Promise<LightBands> {
    const faults = bandFaults(bands);
    if (faults.length > 0) throw Refusal.fields(faults).at('/bands');
    if (reason === '') throw Refusal.fields([{ pointer: '/reason', code: 'field.required' }]);
    const table = trafficBands(bands).map(({ light, aboveBehind, uptoBehind }) => ({
      light,
      aboveBehind: edge(aboveBehind),
      uptoBehind: edge(uptoBehind),
    }));
    return this.database.transaction(refOf(actor), async (tx) => {
      await supersede(tx, lightBandsTable, {}, async () => {
        const before = (await allBands(tx))[0]!;
        if (before.number !== version) throw new StaleRecord(bandsView(before), ['bands']);
        const same = before.bands.map(({ light, aboveBehind, uptoBehind }) => ({ light, aboveBehind, uptoBehind }));
        if (JSON.stringify(same) === JSON.stringify(table)) throw new Refusal('bands.unchanged');
        return { id: newId(), number: before.number + 1, bands: table, reason, enteredBy: actor.userId };
      });
      await dueRulesChanged(tx, ['lights']);
      return bandsView((await allBands(tx))[0]!);
    });
  }
}
