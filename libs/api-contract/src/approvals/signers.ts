import { approverRoles } from '@crm/domain/approvals';
import { z } from 'zod';
import { id } from '../wire/index.js';

export const Person = z.object({ id, name: z.string() });
/** Who may sign: a role, or one of the people named. */
export const OpenTo = {
  role: z.enum(approverRoles).nullable(),
  people: z.array(Person).meta({ description: 'the people named; empty if a role is named' }),
};
