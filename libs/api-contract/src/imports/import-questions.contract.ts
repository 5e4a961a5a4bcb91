import { z } from 'zod';
import { TouchedDrafts } from '../commitments/index.js';
import { INDICATORS } from '../standards/index.js';
import { id } from '../wire/index.js';
import { rowNumber } from './sheet-mapping.contract.js';

const dayKind = z.enum(['holiday', 'make-up']).nullable();
export const ImportQuestion = z
  .object({
    key: z.string(),
    question: z.enum([
      'close-open-versions',
      'replace-year',
      'doubtful-figures',
      'codes-join',
      'former-names',
      'vouch-codes',
    ]),
    confirmed: z.boolean(),
    year: z.int().nullable(),
    days: z
      .array(z.object({ day: z.string(), before: dayKind, after: dayKind, name: z.string() }))
      .meta({ description: 'days of the year that would change; null: an ordinary day' }),
    versions: z
      .array(
        z.object({
          row: rowNumber,
          indicator: z.enum(INDICATORS),
          placeName: z.string(),
          industryName: z.string().nullable(),
          perMuWanBefore: z.string().nullable(),
          perMuWan: z.string().nullable(),
          since: z.string(),
          closesOn: z.string(),
          validFrom: z.string(),
        }),
      )
      .meta({ description: 'open-ended versions that would end, with the row that follows each' }),
    figures: z
      .array(
        z.object({
          row: rowNumber,
          enterpriseName: z.string(),
          indicator: z.enum(INDICATORS),
          year: z.int(),
          wan: z.string(),
          why: z.enum(['promise', 'scale', 'refund']),
          againstWan: z.string().nullable(),
          againstYear: z.int().nullable(),
        }),
      )
      .default([])
      .meta({ description: 'figures far from the promise or from earlier years, and refunds of tax' }),
    firms: z
      .array(z.object({ row: rowNumber, enterpriseId: id, name: z.string(), creditCode: z.string() }))
      .default([])
      .meta({
        description:
          '`codes-join`: enterprises without a credit code that would get the code of their row. `former-names`: enterprises that once had the name of their row; confirmed, the row is another enterprise',
      }),
    codes: z
      .array(
        z.object({
          row: rowNumber,
          enterpriseName: z.string(),
          creditCode: z.string(),
          reason: z.string().nullable().meta({ description: 'who vouches for it, and where it was seen' }),
        }),
      )
      .default([])
      .meta({ description: 'codes that fail their check; `vouch` takes the code and the reason' }),
  })
  .meta({
    id: 'ImportQuestion',
    description:
      'A question only a person can decide. Until then its rows are not imported. `confirm` takes its key, which is valid only for the difference shown.',
  });

export const TouchedByImport = TouchedDrafts.extend({
  waiting: z
    .int()
    .meta({ description: 'rows that are imported only once their question is confirmed; they are counted in `valid`' }),
}).meta({ id: 'TouchedByImport' });
export type ImportQuestion = z.infer<typeof ImportQuestion>;
export type TouchedByImport = z.infer<typeof TouchedByImport>;
