import { z } from 'zod';

/** What goes from one record to the other. */
export const mergedRecords = [
  'leads',
  'contracts',
  'projects',
  'assignments',
  'contacts',
  'former-names',
  'evaluations',
  'merges',
] as const;
/** What goes along with its lead or contract. */
export const alongRecords = ['follow-ups', 'promises', 'figures', 'files', 'reminders'] as const;

/** What the merge settles because it cannot stand twice, or what an undo cannot set back. */
const mergeNotices = [
  'code-joins',
  'field-filled',
  'primary-yields',
  'assignment-covered',
  'lead-yields',
  'project-renamed',
  'project-empty',
  'evaluation-yields',
  'kept-field',
  'contracts-follow',
  'changed-since',
  'gone-since',
  'stays',
] as const;

export const MergeNotice = z
  .object({ notice: z.enum(mergeNotices), facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) })
  .meta({ id: 'MergeNotice' });

export type MergeNotice = z.infer<typeof MergeNotice>;
export type MergedRecord = (typeof mergedRecords)[number];
export type AlongRecord = (typeof alongRecords)[number];
