import { Inject, Injectable } from '@nestjs/common';
import type { provincialStandardPreviews } from '@crm/api-contract/commitments';
import type { InputOf, ResponseOf } from '@crm/api-contract/wire';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { exact, type Actor } from '../data-access/index.js';
import { admissionsOf, draftedVersion, refuseUnknownPlace, refuseUnlessNew } from '../standards/index.js';
import { touchedDrafts } from './touched-drafts.js';

/** Previews the effect of a new version of a standard; writes nothing. */
@Injectable()
export class StandardPreviewsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  preview(
    actor: Actor,
    draft: InputOf<typeof provincialStandardPreviews.preview>['body'],
  ): Promise<ResponseOf<typeof provincialStandardPreviews.preview>> {
    return this.database.read(async (rows) => {
      await refuseUnknownPlace(rows, draft);
      const version = draftedVersion(draft);
      const { admitted, existing } = await admissionsOf(rows, [version], true);
      const { admission } = admitted[0]!;
      refuseUnlessNew(admission, version);
      const closed = admission.is === 'new' ? existing.find(({ id }) => id === admission.closes) : undefined;
      const closes =
        closed && admission.is === 'new'
          ? {
              standardId: closed.id,
              perMuWan: exact(closed.perMuWan),
              validFrom: closed.validFrom,
              closesOn: admission.closesOn!,
            }
          : null;
      return { ...(await touchedDrafts(rows, actor, this.clock.today(), admitted)), closes };
    });
  }
}
