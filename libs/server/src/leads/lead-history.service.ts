import { Inject, Injectable } from '@nestjs/common';
import type { DuplicateMatch, TimelineEntry } from '@crm/api-contract/leads';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { known, refOf, type Actor } from '../data-access/index.js';
import { possibleDuplicates, type Typed } from './duplicates.js';
import { timelineOf } from './lead-timeline.js';
import { leadById } from './leads.store.js';

/** Known data: the history of a lead, and whether a typed enterprise exists. */
@Injectable()
export class LeadHistoryService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  timeline(actor: Actor, id: string): Promise<{ data: TimelineEntry[] }> {
    return this.database.read(async (rows) => {
      known(await leadById(rows, actor, id));
      return { data: await timelineOf(rows, id) };
    });
  }

  duplicates(actor: Actor, typed: Typed): Promise<{ data: DuplicateMatch[] }> {
    // Each lookup of a number is recorded, so this read also writes.
    return this.database.transaction(refOf(actor), async (tx) => ({
      data: await possibleDuplicates(tx, actor, typed, this.clock.today()),
    }));
  }
}
