import { z } from 'zod';
import { INDICATORS, NewStandard } from '../standards/index.js';
import { decimalOut, id, route } from '../wire/index.js';

const standing = z.object({
  perMuWan: decimalOut.nullable(),
  percent: decimalOut.nullable(),
  belowStandard: z.boolean(),
});

export const TouchedDrafts = z
  .object({
    drafts: z.array(
      z.object({
        contractId: id,
        number: z.string(),
        enterpriseName: z.string(),
        projectName: z.string(),
        status: z.enum(['draft', 'in-review']),
        indicator: z.enum(INDICATORS),
        from: z
          .string()
          .meta({ description: 'contracts signed on this day or later are compared with the new version' }),
        promisedPerMuWan: decimalOut.nullable(),
        before: standing,
        after: standing,
        turns: z
          .enum(['below', 'clear', 'same'])
          .meta({ description: 'falls below the standard, no longer below it, or unchanged' }),
      }),
    ),
    becomeBelow: z.int(),
    becomeClear: z.int(),
    signed: z
      .int()
      .meta({ description: 'signed contracts of the same places; they keep the standard of their signing day' }),
  })
  .meta({
    id: 'TouchedDrafts',
    description: 'What a change of standards would mean for contracts that are not signed yet.',
  });

export const provincialStandardPreviews = {
  preview: route({
    method: 'POST',
    path: '/provincial-standards/preview',
    access: ['create', 'ProvincialStandard'],
    tells: 'read',
    status: 200,
    summary: { zh: '新标准影响哪些未签合同', en: 'Unsigned contracts affected by a new version' },
    description:
      'Writes nothing. `closes`: the open-ended version that would end the day before, if confirmed with `closePrevious`.',
    body: NewStandard,
    response: TouchedDrafts.extend({
      closes: z
        .object({ standardId: id, perMuWan: decimalOut.nullable(), validFrom: z.string(), closesOn: z.string() })
        .nullable(),
    }),
    refuses: ['standard.overlap', 'standard.validity', 'park.unknown', 'industry.unknown'],
  }),
};

export type TouchedDrafts = z.infer<typeof TouchedDrafts>;
