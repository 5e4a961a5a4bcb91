import { z } from 'zod';
import { batches, batchRoles } from '@crm/domain/progress';
import { day, decimalOut, id, paged, route, withinReach } from '../wire/index.js';
import { About } from './milestone-progress.contract.js';

const Figure = z.object({ count: z.int().meta({ description: 'projects' }), amountWan: decimalOut });
const perBatch = <Item extends z.ZodType>(item: Item) =>
  z.object({ signed: item, started: item, completed: item, 'in-production': item });
const Group = z.object({ key: id, name: z.string(), batches: perBatch(Figure) });

export const BatchRow = About.omit({ signedOn: true })
  .extend({
    batch: z.enum(batches),
    role: z.enum(batchRoles).meta({
      description:
        'counted; increase: only its increment; repeated: already signed; apart: framework agreement or letter of intent',
    }),
    kind: z.string(),
    on: z.string(),
    amountWan: decimalOut,
  })
  .meta({ id: 'BatchRow' });

const period = { from: day, to: day, parkId: id.optional(), industryId: id.optional() };

export const fourBatches = {
  report: route({
    method: 'GET',
    path: '/four-batches',
    access: ['read', 'Portfolio'],
    summary: { zh: '四个一批', en: 'The four batches of a period' },
    description:
      'Signed: substantive and performance contracts by signing day; a project counts once, an increase with its increment, frameworks separately. Started, completed, in production: by the actual day of the milestone; a project counts once. Amounts in 万元. Compared with the period before.',
    query: z.strictObject(period),
    response: z.object({
      from: z.string(),
      to: z.string(),
      before: z.object({ from: z.string(), to: z.string() }),
      batches: perBatch(
        Figure.extend({
          apart: Figure,
          before: Figure,
          countChangePercent: decimalOut.nullable(),
          amountChangePercent: decimalOut.nullable(),
        }),
      ),
      parks: z.array(Group),
      industries: z.array(Group),
    }),
    refuses: ['period.reversed'],
  }),
  rows: route({
    method: 'GET',
    path: '/four-batches/rows',
    access: ['read', 'Portfolio'],
    tells: 'read',
    summary: { zh: '四个一批明细', en: 'Rows of a batch' },
    description:
      'Exactly the rows that add up to the number in the report for the same query, in the order of days. `rows` is one page (25, at most 200); `total`, `count` and `amountWan` cover every page.',
    query: z.strictObject({ ...period, batch: z.enum(batches), ...paged }).superRefine(withinReach),
    response: z.object({
      rows: z.array(BatchRow),
      total: z.int().meta({ description: 'the rows of all pages' }),
      count: z.int().meta({ description: 'projects' }),
      amountWan: decimalOut,
    }),
    refuses: ['period.reversed'],
  }),
  workbook: route({
    method: 'GET',
    path: '/four-batches/workbook',
    costs: 'export',
    access: ['export', 'Portfolio'],
    summary: { zh: '导出四个一批', en: 'Export the four batches' },
    description: 'Every cell is text, so that nothing is calculated when the file is opened.',
    query: z.strictObject(period),
    download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    refuses: ['period.reversed'],
  }),
};

export type BatchRow = z.infer<typeof BatchRow>;
