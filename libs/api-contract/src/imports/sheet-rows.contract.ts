import { z } from 'zod';
import { letter, rowNumber } from './sheet-mapping.contract.js';

export const ROW_OUTCOMES = ['valid', 'invalid', 'skipped', 'unchanged', 'differs'] as const;
export const ROW_KINDS = ['title', 'header', 'heading', 'subtotal', 'total', 'note', 'empty', 'record'] as const;

export const SheetRow = z.object({
  row: rowNumber,
  kind: z.enum(ROW_KINDS),
  outcome: z.enum(ROW_OUTCOMES).nullable(),
  hidden: z.boolean(),
  cells: z.array(
    z.object({
      column: letter,
      text: z.string(),
      number: z.boolean(),
      fault: z.boolean(),
      noticed: z.boolean(),
      fixed: z.boolean(),
    }),
  ),
});
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
export type SheetRow = z.infer<typeof SheetRow>;
