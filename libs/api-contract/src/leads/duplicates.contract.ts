import { leadStages } from '@crm/domain/leads';
import { z } from 'zod';
import { id, line, route } from '../wire/index.js';

export const DuplicateMatch = z
  .object({
    reason: z.enum(['credit-code', 'name', 'former-name', 'similar-name', 'phone']),
    visible: z.boolean().meta({ description: 'false: outside the reader’s scope, masked' }),
    enterpriseId: id.nullable(),
    name: z.string(),
    firstReport: z
      .object({
        visible: z.boolean(),
        mine: z.boolean(),
        leadId: id.nullable(),
        projectName: z.string().nullable(),
        stage: z.enum(leadStages).nullable(),
        ownerName: z.string().nullable(),
        departmentName: z.string().nullable(),
        reportedAt: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'DuplicateMatch' });

export const duplicates = {
  check: route({
    method: 'GET',
    path: '/enterprises/duplicates',
    costs: 'duplicates',
    access: ['create', 'Lead'],
    summary: { zh: '查重', en: 'Find possible duplicates' },
    query: z.strictObject({
      name: z.string().max(200).optional(),
      creditCode: z.string().max(64).optional(),
      phone: z.string().max(120).optional().meta({ description: 'only complete numbers are looked up' }),
      phoneReason: line(200)
        .optional()
        .meta({ description: 'why, from the eleventh number of an hour on; every question is kept' }),
    }),
    response: z.object({ data: z.array(DuplicateMatch) }),
    refuses: ['phone.reason', 'reason.says-nothing'],
  }),
};
export type DuplicateMatch = z.infer<typeof DuplicateMatch>;
