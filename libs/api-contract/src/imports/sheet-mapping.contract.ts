import { areaUnits, moneyUnits } from '@crm/domain/quantities';
import { percentUnits, periodUnits, promiseUnits, unitGroups } from '@crm/domain/imports';
import { z } from 'zod';

export const COLUMN_UNITS = [
  ...new Set([...areaUnits, ...moneyUnits, ...promiseUnits, ...percentUnits, ...periodUnits]),
] as [string, ...string[]];

export const letter = z
  .string()
  .regex(/^[A-Z]{1,3}$/)
  .meta({ examples: ['K'], description: 'column letter of the spreadsheet' });
export const rowNumber = z.int().min(1).max(1_048_576);
export const unit = z.enum(COLUMN_UNITS);
export const headerRows = z.object({ first: rowNumber, last: rowNumber });

export const Units = z
  .object({ area: unit, investment: unit, promises: unit, figures: unit, standards: unit, percent: unit })
  .partial();

export const MappedColumn = z.object({
  column: letter,
  header: z.array(z.string()),
  samples: z.array(z.string()),
  field: z.string().nullable(),
  unit: unit.nullable(),
  hidden: z.boolean().meta({ description: 'hidden in the sheet' }),
  confidence: z.enum(['sure', 'likely', 'none', 'remembered', 'chosen']),
});

const UnitReading = z.object({
  unit,
  fits: z.int(),
  of: z.int(),
  example: z
    .object({
      row: rowNumber,
      promise: z.string(),
      areaMu: z.string(),
      promisedWan: z.string(),
      perMuWan: z.string(),
      statedWan: z.string(),
      apart: z.string(),
    })
    .optional(),
  means: z
    .object({ row: rowNumber, typed: z.string(), value: z.string() })
    .optional()
    .meta({ description: 'the first doubtful share or day as this unit would read it' }),
});
export const UnitCheck = z
  .object({
    group: z.enum(unitGroups),
    columns: z.array(letter),
    header: z.string(),
    stated: unit.nullable(),
    chosen: unit.nullable(),
    suggested: unit.nullable(),
    question: z.boolean(),
    against: letter.nullable(),
    readings: z.array(UnitReading),
  })
  .meta({
    id: 'UnitCheck',
    description:
      'What each unit would mean, compared with the total investment of the same rows. An open question blocks the import until `units` answers it; a column of days (`days`) is answered by the unit of its column in `mapping`.',
  });
export type UnitCheck = z.infer<typeof UnitCheck>;
export type MappedColumn = z.infer<typeof MappedColumn>;
