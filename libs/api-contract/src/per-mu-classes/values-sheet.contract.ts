import { z } from 'zod';
import { decimalOut, id } from '../wire/index.js';

const place = z.string().nullable().meta({ description: 'column letter of the spreadsheet' });
/** The content of a workbook, to be shown in a grid; nothing of it is written. */
export const ValuesSheet = z
  .object({
    fileName: z.string(),
    sheet: z.string(),
    headerRow: z.int(),
    columns: z.array(z.object({ column: z.string(), header: z.string(), item: z.string() })),
    unread: z
      .array(z.object({ column: z.string(), header: z.string() }))
      .meta({ description: 'columns that match no item' }),
    rows: z.array(
      z.object({
        row: z.int(),
        firm: z.string(),
        enterpriseId: id.nullable(),
        joins: z.boolean().meta({ description: 'not in the round yet' }),
        values: z.record(z.string(), decimalOut),
      }),
    ),
    faults: z.array(
      z.object({
        row: z.int(),
        column: place,
        header: z.string(),
        item: z.string().nullable().meta({ description: 'null: the enterprise column' }),
        value: z.string(),
        code: z.string(),
        message: z.string(),
        params: z.record(z.string(), z.unknown()),
      }),
    ),
    skipped: z.int().meta({ description: 'sums, notes, empty rows' }),
    rounded: z.int().meta({ description: 'values rounded half up to six places' }),
  })
  .meta({ id: 'ValuesSheet' });
export type ValuesSheet = z.infer<typeof ValuesSheet>;
