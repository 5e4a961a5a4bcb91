import { z } from 'zod';
import { defineJob, provenHandlers } from './define-job.js';

const remind = defineJob({ name: 'reminders.deliver', does: 'x', payload: z.object({}), lane: 'quick', attempts: 3 });
const assess = defineJob({ name: 'commitments.assess', does: 'x', payload: z.object({}), lane: 'quick', attempts: 3 });
const handlerOf = (job: typeof remind) => ({ job, handle: async () => undefined });

describe('jobs are proven at boot', () => {
  it('takes one handler for each job', () => {
    expect([...provenHandlers([remind, assess], [handlerOf(assess), handlerOf(remind)]).keys()].sort()).toEqual([
      'commitments.assess',
      'reminders.deliver',
    ]);
  });

  it.each([
    ['a job nobody handles', [remind, assess], [handlerOf(remind)], 'commitments.assess has no handler'],
    ['a job two handle', [remind], [handlerOf(remind), handlerOf(remind)], 'reminders.deliver has two handlers'],
    [
      'a handler of nothing',
      [remind],
      [handlerOf(remind), handlerOf(assess)],
      'commitments.assess is handled but not declared',
    ],
    ['a name declared twice', [remind, remind], [handlerOf(remind)], 'reminders.deliver is declared twice'],
  ])('refuses %s', (_case, jobs, handlers, message) => {
    expect(() => provenHandlers(jobs, handlers)).toThrow(message);
  });
});
