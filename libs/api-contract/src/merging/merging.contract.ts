import { z } from 'zod';
import { Enterprise, MergeNotice, alongRecords, mergedRecords } from '../enterprises/index.js';
import { id, instant, line, route } from '../wire/index.js';

const counted = <Words extends readonly [string, ...string[]]>(words: Words) =>
  z.array(z.object({ what: z.enum(words), count: z.int() }));

export const EnterpriseMerge = z
  .object({
    id,
    winnerId: id.meta({ description: 'the record that stays; after a further merge, the one where it is now' }),
    winnerName: z.string(),
    loserId: id.meta({
      description: 'the record that was merged; `GET /enterprises/{loserId}` answers with the winner',
    }),
    loserName: z.string(),
    loserCode: z.string().nullable(),
    reason: z.string(),
    mergedBy: z.string().nullable(),
    mergedAt: z.string(),
    undoUntil: z.string().meta({ description: 'the last day on which it can be undone' }),
    undoneAt: z.string().nullable(),
    undoReason: z.string().nullable(),
    moved: counted(mergedRecords),
    notices: z.array(MergeNotice),
  })
  .meta({ id: 'EnterpriseMerge' });

export const MergePreview = z
  .object({
    winner: Enterprise,
    loser: Enterprise,
    moved: counted(mergedRecords),
    along: counted(alongRecords).meta({ description: 'what goes along with its lead or contract, unchanged' }),
    notices: z.array(MergeNotice),
  })
  .meta({ id: 'MergePreview' });

export const UndoPreview = z
  .object({
    mergeId: id,
    returned: counted(mergedRecords).meta({ description: 'the rows that go back to the restored record' }),
    notices: z.array(MergeNotice).meta({ description: 'what changed since and stays with the winner' }),
  })
  .meta({ id: 'UndoPreview' });

export const ProbableDuplicate = z
  .object({
    why: z.enum(['name', 'former-name']),
    staying: Enterprise.meta({ description: 'the one with a code, else the older one' }),
    going: Enterprise,
  })
  .meta({ id: 'ProbableDuplicate' });

export const EnterpriseDistinction = z
  .object({
    id,
    firstId: id,
    firstName: z.string().nullable(),
    firstCode: z.string().nullable(),
    secondId: id,
    secondName: z.string().nullable(),
    secondCode: z.string().nullable(),
    reason: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: instant,
    holds: z.boolean().meta({ description: 'false: a name, a code or a telephone number has changed since' }),
    withdrawnAt: instant.nullable(),
    withdrawnReason: z.string().nullable(),
  })
  .meta({ id: 'EnterpriseDistinction' });

const pair = z.strictObject({ winnerId: id, loserId: id });
const refuses = [
  'enterprise.merge-itself',
  'enterprise.merged',
  'enterprise.codes-differ',
  'enterprise.told-apart',
  'enterprise.merge-leads',
  'enterprise.merge-rounds',
] as const;
const undoRefuses = [
  'enterprise.merge-final',
  'enterprise.merge-undone',
  'enterprise.merge-later',
  'enterprise.duplicate',
] as const;

export const enterpriseMerges = {
  candidates: route({
    method: 'GET',
    path: '/enterprise-merges/candidates',
    access: ['merge', 'Enterprise'],
    summary: { zh: '可能重复的企业', en: 'Probable duplicates' },
    description:
      'Pairs of one normalised name and legal form, or of a present and a former name, of which at least one has no credit code. Pairs that a person told apart are left out while name, code and telephone numbers stay. At most 200; `more` says that there are others.',
    response: z.object({ data: z.array(ProbableDuplicate), total: z.int(), more: z.boolean() }),
  }),
  one: route({
    method: 'GET',
    path: '/enterprise-merges/:id',
    access: ['merge', 'Enterprise'],
    summary: { zh: '一次企业合并', en: 'A merge of two enterprises' },
    params: z.object({ id }),
    response: EnterpriseMerge,
  }),
  preview: route({
    method: 'POST',
    path: '/enterprise-merges/preview',
    access: ['merge', 'Enterprise'],
    status: 200,
    summary: { zh: '预览企业合并', en: 'Preview a merge' },
    description:
      'Runs the merge itself and rolls it back: what moves, what is settled, or the refusal. Writes nothing.',
    body: pair,
    response: MergePreview,
    refuses,
  }),
  create: route({
    method: 'POST',
    path: '/enterprise-merges',
    access: ['merge', 'Enterprise'],
    status: 201,
    summary: { zh: '合并企业', en: 'Merge two enterprises' },
    description:
      'Two records of one firm. Everything of the loser moves to the winner in one transaction; its name becomes a name by which the winner is found. Old ids lead to the winner: reading answers 200 with it, writing is refused as `enterprise.merged` with its id. Two different codes are refused. It can be undone for 30 days.',
    body: pair.extend({ reason: line(200) }),
    response: EnterpriseMerge,
    refuses,
  }),
  undoPreview: route({
    method: 'POST',
    path: '/enterprise-merges/:id/undo-preview',
    access: ['merge', 'Enterprise'],
    status: 200,
    summary: { zh: '预览撤销合并', en: 'Preview an undo' },
    description: 'Runs the undo itself and rolls it back. Writes nothing.',
    params: z.object({ id }),
    response: UndoPreview,
    refuses: undoRefuses,
  }),
  undo: route({
    method: 'POST',
    path: '/enterprise-merges/:id/undo',
    access: ['merge', 'Enterprise'],
    status: 200,
    summary: { zh: '撤销企业合并', en: 'Undo a merge' },
    description:
      'Restores the merged record with its id and everything that came from it. What was added or changed on the winner since then stays there. A later merge of the winner is undone first.',
    params: z.object({ id }),
    body: z.strictObject({ reason: line(200) }),
    response: EnterpriseMerge,
    refuses: undoRefuses,
  }),
};

export const enterpriseDistinctions = {
  list: route({
    method: 'GET',
    path: '/enterprise-distinctions',
    access: ['merge', 'Enterprise'],
    summary: { zh: '已定为两家的企业', en: 'Enterprises told apart' },
    description: 'The latest first. At most 200; `more` says that there are others.',
    response: z.object({ data: z.array(EnterpriseDistinction), total: z.int(), more: z.boolean() }),
  }),
  create: route({
    method: 'POST',
    path: '/enterprise-distinctions',
    access: ['merge', 'Enterprise'],
    status: 201,
    summary: { zh: '定为两家企业', en: 'Tell two enterprises apart' },
    description:
      'Two records look like one firm and are two. The pair leaves the list of probable duplicates, and a merge of the two is refused, until a name, a code or a telephone number of one of them changes, or the decision is taken back.',
    body: z.strictObject({ firstId: id, secondId: id, reason: line(200) }),
    response: EnterpriseDistinction,
    refuses: ['enterprise.merge-itself', 'enterprise.merged', 'enterprise.told-apart'],
  }),
  withdraw: route({
    method: 'POST',
    path: '/enterprise-distinctions/:id/withdraw',
    access: ['merge', 'Enterprise'],
    status: 200,
    summary: { zh: '撤回「定为两家」', en: 'Take back that two enterprises are told apart' },
    params: z.object({ id }),
    body: z.strictObject({ reason: line(200) }),
    response: EnterpriseDistinction,
    refuses: ['enterprise.apart-withdrawn'],
  }),
};

export type EnterpriseDistinction = z.infer<typeof EnterpriseDistinction>;
export type EnterpriseMerge = z.infer<typeof EnterpriseMerge>;
export type MergePreview = z.infer<typeof MergePreview>;
export type UndoPreview = z.infer<typeof UndoPreview>;
export type ProbableDuplicate = z.infer<typeof ProbableDuplicate>;
