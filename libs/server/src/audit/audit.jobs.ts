import { z } from 'zod';
import { defineJob } from '@crm/platform/queue';

export const sealAudit = defineJob({
  name: 'audit.seal',
  does: 'The heads of the audit chains that moved are checked and signed, and written outside the database.',
  payload: z.object({}),
  lane: 'quick',
  every: { cron: '20 * * * * *' },
  attempts: 1,
});

export const anchorAudit = defineJob({
  name: 'audit.anchor',
  does: 'The signed heads of all audit chains stand in a file outside the database, at least once a day.',
  payload: z.object({}),
  lane: 'quick',
  every: { cron: '0 5 0 * * *' },
  attempts: 5,
});

export const moveOldAudit = defineJob({
  name: 'audit.move-old',
  does: 'Audit entries older than AUDIT_KEEP_DAYS leave the database as sealed files; the log says how many.',
  payload: z.object({}),
  lane: 'heavy',
  every: { cron: '0 40 2 * * *' },
  attempts: 2,
});

export const encryptAudit = defineJob({
  name: 'audit.encrypt',
  does: 'Personal values of new audit entries are encrypted, each with the key of its person.',
  payload: z.object({}),
  lane: 'quick',
  every: { cron: '10 * * * * *' },
  attempts: 1,
});

export const auditJobs = [sealAudit, encryptAudit, anchorAudit, moveOldAudit];
