import type { Type } from '@nestjs/common';
import type { z } from 'zod';
import type { JobDeclaration, JobHandler } from '@crm/platform/queue';

/** Finds a service in the running process. */
type Asked = <Service>(service: Type<Service>) => Service;
/** Whom a job is given to. */
export type Handled = (asked: Asked) => JobHandler;

/** One job, the service that does it, and the call; `gaveUp` is called when its last attempt failed. */
export const handles =
  <Job extends JobDeclaration, Service>(
    job: Job,
    service: Type<Service>,
    work: (service: Service, payload: z.infer<Job['payload']>) => Promise<unknown>,
    gaveUp?: (asked: Asked, payload: z.infer<Job['payload']>, error: unknown) => Promise<void>,
  ): Handled =>
  (asked) => ({
    job,
    handle: async (payload) => {
      await work(asked(service), payload as z.infer<Job['payload']>);
    },
    ...(gaveUp && { gaveUp: (payload, error) => gaveUp(asked, payload as z.infer<Job['payload']>, error) }),
  });
