import type { ZoneFile } from '@crm/api-contract/configuration';
import { Refusal } from '@crm/domain/refusal';
import { newId, type Tx } from '@crm/platform/db';
import { entryIds, idIn } from '../parks/index.js';
import { admissionsOf, enterVersions, type NewVersion } from '../standards/index.js';

/** New versions are entered; a stored one is never rewritten. Refuses `standard.differs` and `standard.overlap`. */
export async function takeStandards(
  tx: Tx,
  standards: ZoneFile['standards'],
  touched: (at: number) => 'added' | 'changed' | undefined,
): Promise<void> {
  const [parks, industries] = [await entryIds(tx, 'park'), await entryIds(tx, 'industry')];
  const fresh: NewVersion[] = [];
  for (const [at, one] of standards.entries()) {
    const is = touched(at);
    if (is === undefined) continue;
    const pointer = `/file/standards/${at}`;
    if (is === 'changed')
      throw Refusal.conflict('standard.differs', { validFrom: one.validFrom, fields: one.indicator }).at(pointer);
    const place = one.place ?? '';
    fresh.push({
      id: newId(),
      indicator: one.indicator,
      place:
        one.placeLevel === 'zone'
          ? { kind: 'zone' }
          : { kind: one.placeLevel, key: one.placeLevel === 'park' ? idIn(parks, place, `${pointer}/place`) : place },
      industry: one.industry === null ? null : idIn(industries, one.industry, `${pointer}/industry`),
      perMuWan: one.perMuWan,
      validFrom: one.validFrom,
      validTo: one.validTo,
      documentNo: one.documentNo,
      source: one.source,
      derived: one.derived,
      entered: null,
    });
  }
  if (fresh.length === 0) return;
  const { admitted } = await admissionsOf(tx, fresh, true);
  const refused = admitted.find(({ admission }) => admission.is !== 'new');
  if (refused) throw Refusal.conflict('standard.overlap', {});
  await enterVersions(tx, null, admitted);
}
