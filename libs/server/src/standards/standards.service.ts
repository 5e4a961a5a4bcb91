import { Inject, Injectable } from '@nestjs/common';
import type { ProvincialStandard, provincialStandards } from '@crm/api-contract/standards';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { indicators, minimumWan } from '@crm/domain/standards';
import { DATABASE, Database, newId, type Rows } from '@crm/platform/db';
import { Where, exact, known, listRows, refOf, shaped, type Actor } from '../data-access/index.js';
import { provincialStandardTable } from './standard.entity.js';
import {
  STANDARD_COLUMNS,
  STANDARD_FROM,
  allStandards,
  inForceAt,
  placeOfPark,
  standardById,
  type StandardRow,
} from './standards.store.js';
import { admissionsOf, enterVersions, refuseUnlessNew, type NewVersion } from './new-versions.js';

export type VersionDraft = InputOf<typeof provincialStandards.create>['body'];

/** 省定标准 by place, industry and validity. Versions are added, never rewritten. */
@Injectable()
export class StandardsService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(_actor: Actor, query: InputOf<typeof provincialStandards.list>['query']) {
    return this.database.read(async (rows) => {
      const { indicator, on, parkId } = query.filter;
      const where = new Where()
        .given(indicator, 't.indicator = ?')
        .given(on, 't.valid_from <= ? AND (t.valid_to IS NULL OR t.valid_to >= ?)', on, on)
        .given(
          parkId,
          `EXISTS (
             SELECT 1
             FROM park k
             WHERE k.id = ?
                 AND (
                   t.place_level = 'zone'
                     OR (t.place_level, t.place_key) IN (
                       ('park', k.id::text), ('park-class', k.park_class), ('region', k.region)
                     )
                 )
           )`,
        );
      const page = await listRows<StandardRow, (typeof query)['sort']>(
        rows,
        {
          select: STANDARD_COLUMNS,
          from: STANDARD_FROM,
          where,
          sorts: provincialStandardTable.sorts('t', 'validFrom', 'indicator'),
        },
        query,
      );
      return { ...page, data: page.data.map(standardView) };
    });
  }

  create(actor: Actor, draft: VersionDraft): Promise<ProvincialStandard> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await refuseUnknownPlace(tx, draft);
      const version = draftedVersion(draft);
      const { admitted } = await admissionsOf(tx, [version], draft.closePrevious ?? false);
      refuseUnlessNew(admitted[0]!.admission, version);
      await enterVersions(tx, null, admitted);
      return standardView(known(await standardById(tx, version.id)));
    });
  }

  /** Worked case 3: the least a plot must promise at a place, in an industry, on a day. */
  inForce(_actor: Actor, { parkId, industryId, on, areaMu }: InputOf<typeof provincialStandards.inForce>['query']) {
    return this.database.read(async (rows) => {
      const park = await placeOfPark(rows, parkId);
      if (!park) throw new Refusal('park.unknown');
      const inForce = inForceAt(await allStandards(rows), park, industryId ?? null, on);
      const answer = indicators.map((indicator) => {
        const standard = inForce[indicator];
        if (!standard) return [indicator, null] as const;
        const minimum = areaMu === undefined ? null : minimumWan(standard, areaMu);
        return [
          indicator,
          {
            standardId: standard.id,
            perMuWan: exact(standard.perMuWan),
            minimumWan: exact(minimum),
            documentNo: standard.documentNo,
            derived: standard.derived,
          },
        ] as const;
      });
      return { on, indicators: Object.fromEntries(answer) };
    });
  }
}

/** Refuses `park.unknown`, `industry.unknown`, and a missing name of the place. */
export async function refuseUnknownPlace(tx: Rows, draft: VersionDraft): Promise<void> {
  const placeKey = draft.placeKey ?? null;
  if (draft.placeLevel !== 'zone' && placeKey === null)
    throw Refusal.fields([{ pointer: '/placeKey', code: 'field.required' }]);
  if (draft.placeLevel === 'park' && !(await tx.one('SELECT 1 FROM park WHERE id::text = $1', [placeKey])))
    throw new Refusal('park.unknown').at('/placeKey');
  if (draft.industryId && !(await tx.one('SELECT 1 FROM industry WHERE id = $1', [draft.industryId])))
    throw new Refusal('industry.unknown').at('/industryId');
}

/** A version as typed in the form, in 万元/亩. */
export const draftedVersion = (draft: VersionDraft): NewVersion => ({
  id: newId(),
  indicator: draft.indicator,
  place: draft.placeLevel === 'zone' ? { kind: 'zone' } : { kind: draft.placeLevel, key: draft.placeKey ?? '' },
  industry: draft.industryId ?? null,
  perMuWan: draft.perMuWan,
  validFrom: draft.validFrom,
  validTo: draft.validTo ?? null,
  documentNo: draft.documentNo,
  source: draft.source ?? '',
  derived: false,
  entered: null,
});

const standardView = ({ parkName, ...row }: StandardRow): ProvincialStandard =>
  shaped<ProvincialStandard>()({ ...row, placeName: parkName ?? row.placeKey ?? '全区' });
