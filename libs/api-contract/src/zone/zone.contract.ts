import { CHECKLIST, SAID_DONE } from '@crm/domain/zone';
import { z } from 'zod';
import { username } from '../access/index.js';
import { id, instant, line, route, version } from '../wire/index.js';

export const Zone = z
  .object({
    id,
    name: z.string(),
    nameEn: z.string(),
    shortName: z.string().meta({ description: 'in the head of every page' }),
    version,
  })
  .meta({ id: 'Zone' });

/** Also read from the command line (`create-admin.js`). */
export const Administrator = z.strictObject({ username, name: line(40), password: z.string().min(1).max(1_024) });
const names = { name: line(60), nameEn: line(120), shortName: line(8) };

export const zone = {
  one: route({
    method: 'GET',
    path: '/zone',
    access: 'public',
    summary: { zh: '园区名称', en: 'Name of the zone' },
    description: '`zone` is null before the first visit.',
    response: z.object({ zone: Zone.nullable() }),
  }),
  change: route({
    method: 'PATCH',
    path: '/zone',
    access: ['update', 'Zone'],
    guarded: true,
    summary: { zh: '修改园区名称', en: 'Rename the zone' },
    body: z.strictObject(names).partial(),
    response: Zone,
  }),
};

export const ZoneNames = z.strictObject(names);

/** A link holds 256 random bits. */
const token = z.string().min(20).max(200);

export const setup = {
  open: route({
    method: 'GET',
    path: '/setup',
    access: 'public',
    summary: { zh: '是否还没有管理员', en: 'Whether nobody is administrator yet' },
    response: z.object({ open: z.boolean() }),
  }),
  check: route({
    method: 'POST',
    path: '/setup/check',
    access: 'public',
    status: 200,
    summary: { zh: '核对首次设置的链接', en: 'Check the link of the first visit' },
    body: z.strictObject({ token }),
    response: z.object({ expiresAt: instant, zone: Zone.nullable() }),
    refuses: ['setup.done', 'setup.link'],
  }),
  begin: route({
    method: 'POST',
    path: '/setup',
    access: 'public',
    status: 201,
    summary: { zh: '首次设置', en: 'First visit' },
    description:
      'Names the zone and makes the first administrator, with the one-time link that the start has printed. Two at once: one wins. Afterwards it answers 409 `setup.done`.',
    body: z.strictObject({
      token,
      zone: ZoneNames,
      administrator: Administrator,
    }),
    response: z.object({ zone: Zone, administrator: z.object({ id, username: z.string() }) }),
    refuses: [
      'setup.done',
      'setup.link',
      'user.username',
      'username.format',
      'password.short',
      'password.long',
      'password.common',
      'password.own-words',
    ],
  }),
};

export const ChecklistLine = z.object({
  step: z.enum(CHECKLIST),
  state: z.enum(['done', 'under-way', 'open', 'later']),
  saidDone: z.boolean().meta({ description: 'no data tell it; an administrator says when it is done' }),
  facts: z
    .record(z.string(), z.union([z.int(), z.boolean(), z.string(), z.null()]))
    .meta({ description: 'counts behind the state' }),
});

export const FirstChecklist = z
  .object({
    away: z.boolean().meta({ description: 'put away by an administrator' }),
    done: z.int(),
    steps: z.array(ChecklistLine),
    administrators: z.int().meta({ description: 'enabled' }),
  })
  .meta({ id: 'FirstChecklist' });

export const firstChecklist = {
  one: route({
    method: 'GET',
    path: '/zone/checklist',
    access: ['update', 'Zone'],
    summary: { zh: '开工清单', en: 'Checklist of the first day' },
    response: FirstChecklist,
  }),
  answer: route({
    method: 'POST',
    path: '/zone/checklist/answer',
    access: ['update', 'Zone'],
    status: 200,
    summary: { zh: '以后再说、已看过', en: 'Leave a step for later, or say it is done' },
    description: `\`done\` only for ${SAID_DONE.join(', ')}: the others are done when their data are there.`,
    body: z.strictObject({ step: z.enum(CHECKLIST), answer: z.enum(['done', 'later', 'open']) }),
    response: FirstChecklist,
    refuses: ['checklist.by-data'],
  }),
  putAway: route({
    method: 'POST',
    path: '/zone/checklist/put-away',
    access: ['update', 'Zone'],
    status: 200,
    summary: { zh: '收起或取回开工清单', en: 'Put the checklist away, or bring it back' },
    body: z.strictObject({ away: z.boolean() }),
    response: FirstChecklist,
  }),
};

export type Zone = z.infer<typeof Zone>;
export type FirstChecklist = z.infer<typeof FirstChecklist>;
