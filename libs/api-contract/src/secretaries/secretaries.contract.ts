import { assignmentRoles, secretaryKinds } from '@crm/domain/secretaries';
import { z } from 'zod';
import { day, decimalOut, id, listQuery, note, pageOf, route, searched, version } from '../wire/index.js';

export const SecretaryAssignment = z
  .object({
    id,
    enterpriseId: id,
    enterpriseName: z.string(),
    userId: id,
    userName: z.string(),
    role: z.enum(assignmentRoles),
    kind: z.enum(secretaryKinds),
    fromDay: day,
    toDay: day.nullable().meta({ description: 'the last day, inclusive; null: open-ended' }),
    reason: z.string(),
    current: z.boolean().meta({ description: 'active today' }),
    version,
  })
  .meta({ id: 'SecretaryAssignment' });

/** An enterprise secretary with today's numbers. */
export const Secretary = z
  .object({
    id,
    name: z.string(),
    departmentName: z.string().nullable(),
    firms: z.int(),
    primaryFirms: z.int(),
    projects: z.int(),
  })
  .meta({ id: 'Secretary', description: 'the id is that of the user' });

export const Coverage = z
  .object({
    on: day,
    firms: z.int(),
    projects: z.int(),
    secretaries: z.int(),
    firmsEach: decimalOut
      .nullable()
      .meta({ description: 'enterprises ÷ secretaries; null without secretaries', examples: ['1.892857'] }),
    projectsEach: decimalOut.nullable(),
    withoutPrimary: z.int().meta({ description: 'enterprises with a project and no primary secretary' }),
    firmsWithoutPrimary: z.array(z.object({ id, name: z.string() })).meta({ description: 'the first hundred of them' }),
  })
  .meta({ id: 'SecretaryCoverage' });

const params = z.object({ id });
const assign = ['assign', 'SecretaryAssignment'] as const;
const refuses = [
  'assignment.validity',
  'assignment.twice',
  'secretary.primary-exists',
  'enterprise.unknown',
  'user.unknown',
];
const handOver = z.strictObject({
  toUserId: id,
  fromDay: day.meta({ description: 'the successor’s first day; the leaver’s last day is the day before' }),
  reason: note(500).optional(),
});
const HandedOver = z.object({ closed: z.int(), opened: z.array(SecretaryAssignment) }).meta({ id: 'HandedOver' });

export const secretaryAssignments = {
  list: route({
    method: 'GET',
    path: '/secretary-assignments',
    access: ['read', 'SecretaryAssignment'],
    summary: { zh: '秘书指派', en: 'Secretary assignments' },
    description: 'A secretary sees the enterprises assigned today, with their history.',
    query: listQuery({
      filter: { q: searched, enterpriseId: id, userId: id, role: z.enum(assignmentRoles), current: z.boolean() },
      sorts: ['enterpriseName', 'userName', 'fromDay'],
    }),
    response: pageOf(SecretaryAssignment),
  }),
  one: route({
    method: 'GET',
    path: '/secretary-assignments/:id',
    access: ['read', 'SecretaryAssignment'],
    summary: { zh: '指派', en: 'Assignment' },
    params,
    response: SecretaryAssignment,
  }),
  assign: route({
    method: 'POST',
    path: '/secretary-assignments',
    access: assign,
    status: 201,
    summary: { zh: '指派秘书', en: 'Assign a secretary' },
    description: 'An enterprise has exactly one primary secretary on each day. If there is one, use the handover.',
    body: z.strictObject({
      enterpriseId: id,
      userId: id,
      role: z.enum(assignmentRoles).default('primary'),
      kind: z.enum(secretaryKinds).default('general'),
      fromDay: day,
      toDay: day.nullable().default(null),
      reason: note(500).default(''),
    }),
    response: SecretaryAssignment,
    refuses,
  }),
  handOver: route({
    method: 'POST',
    path: '/secretary-assignments/:id/hand-over',
    access: assign,
    status: 200,
    summary: { zh: '交接', en: 'Hand over one enterprise' },
    description:
      'In one step: every day has exactly one primary secretary. The leaver’s access ends with their last day.',
    params,
    body: handOver,
    response: HandedOver,
    refuses: [...refuses, 'handover.same-person', 'handover.ended'],
  }),
  end: route({
    method: 'POST',
    path: '/secretary-assignments/:id/end',
    access: assign,
    status: 200,
    summary: { zh: '结束指派', en: 'End an assignment' },
    params,
    body: z.strictObject({ toDay: day, reason: note(500).optional() }),
    response: SecretaryAssignment,
    refuses: ['assignment.validity', 'handover.ended'],
  }),
};

export const secretaries = {
  list: route({
    method: 'GET',
    path: '/secretaries',
    access: ['read', 'SecretaryAssignment'],
    summary: { zh: '企业秘书', en: 'Secretaries and their enterprises' },
    query: listQuery({ filter: { q: searched }, sorts: ['name', 'firms'] }),
    response: pageOf(Secretary),
  }),
  coverage: route({
    method: 'GET',
    path: '/secretaries/coverage',
    access: ['read', 'SecretaryAssignment'],
    summary: { zh: '覆盖情况', en: 'Enterprises, projects and secretaries today' },
    response: Coverage,
  }),
  handOver: route({
    method: 'POST',
    path: '/secretaries/:id/hand-over',
    access: assign,
    status: 200,
    summary: { zh: '整体交接', en: 'Hand over all enterprises of a secretary' },
    params,
    body: handOver,
    response: HandedOver,
    refuses: [...refuses, 'handover.same-person', 'handover.nothing'],
  }),
};

export type SecretaryAssignment = z.infer<typeof SecretaryAssignment>;
export type Secretary = z.infer<typeof Secretary>;
export type Coverage = z.infer<typeof Coverage>;
