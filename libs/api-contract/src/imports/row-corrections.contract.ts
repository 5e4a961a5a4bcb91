import { z } from 'zod';
import { Correction } from '../corrections/index.js';
import { id } from '../wire/index.js';
import { rowNumber } from './sheet-mapping.contract.js';

export const RowCorrection = z
  .object({
    row: rowNumber,
    contractId: id.nullable(),
    contractNumber: z.string().nullable(),
    enterpriseName: z.string(),
    projectName: z.string(),
    lines: Correction.shape.lines.meta({ description: 'before: stored; after: in the row' }),
    refused: z
      .object({ code: z.string(), message: z.string() })
      .nullable()
      .meta({ description: 'why no correction can be asked for from this row' }),
    correction: z
      .object({ id, state: Correction.shape.state, approvalId: id.nullable() })
      .nullable()
      .meta({ description: 'the latest asked for from this row' }),
  })
  .meta({ id: 'RowCorrection' });

export type RowCorrection = z.infer<typeof RowCorrection>;
