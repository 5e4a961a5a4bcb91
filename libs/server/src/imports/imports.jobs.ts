import { z } from 'zod';
import { defineJob } from '@crm/platform/queue';

const payload = z.object({ importId: z.uuid() });

export const readImport = defineJob({
  name: 'imports.read-sheet',
  does: 'The uploaded file is read, its header found, and its check requested; or the import says why it cannot be read.',
  payload,
  lane: 'heavy',
  attempts: 5,
});
export const checkImport = defineJob({
  name: 'imports.check-rows',
  does: 'Every row of an import knows whether it can be written, and why not; nothing is written.',
  payload,
  lane: 'heavy',
  attempts: 5,
});
export const commitImport = defineJob({
  name: 'imports.commit-rows',
  does: 'The valid rows of an import are written, all of them or none.',
  payload,
  lane: 'heavy',
  attempts: 20,
});
export const revertImport = defineJob({
  name: 'imports.revert-rows',
  does: 'What an import brought is taken back, all of it or none; where somebody has built on it, it stays and says why.',
  payload,
  lane: 'heavy',
  attempts: 20,
});

/** Not among the jobs of one import. */
export const endStuckImports = defineJob({
  name: 'imports.end-stuck',
  does: 'An import that no job works for any more has failed, with a reason.',
  payload: z.object({}),
  lane: 'quick',
  every: { ms: 10 * 60_000 },
  attempts: 1,
});

export const importJobs = [readImport, checkImport, commitImport, revertImport];
