import type { Type } from '@nestjs/common';
import type { z } from 'zod';
import type { JobDeclaration, JobHandler } from '@crm/platform/queue';

/** Whom a job is given to; `asked` finds the service in the running process. */
export type Handled = (asked: <Service>(service: Type<Service>) => Service) => JobHandler;

/** One job, the service that does it, and the call. */
export const handles =
  <Job extends JobDeclaration, Service>(
    job: Job,
    service: Type<Service>,
    work: (service: Service, payload: z.infer<Job['payload']>) => Promise<unknown>,
  ): Handled =>
  (asked) => ({
    job,
    handle: async (payload) => {
      await work(asked(service), payload as z.infer<Job['payload']>);
    },
  });
