import type { ZodType, z } from 'zod';

/** Each lane has its own workers, so that long work (reading a ledger) never delays short work (a reminder). */
export type Lane = 'quick' | 'heavy';

export interface JobDeclaration<Payload extends ZodType = ZodType> {
  /** `<room>.<verb-noun>`, e.g. `reminders.deliver`. */
  readonly name: string;
  /** One sentence: what is different after it ran. */
  readonly does: string;
  /** Ids only: the job reads its records when it runs. */
  readonly payload: Payload;
  readonly lane: Lane;
  /**
   * Runs by itself, in the time zone of the office. A cron without a time zone would run eight hours late in Haikou.
   */
  readonly every?: { readonly cron: string } | { readonly ms: number };
  readonly attempts: number;
  /** Requests within this time become one run, so that many changes are answered once. The payload must be empty. */
  readonly gatherMs?: number;
}

export const defineJob = <Payload extends ZodType>(declaration: JobDeclaration<Payload>): JobDeclaration<Payload> =>
  declaration;

export interface JobHandler<Job extends JobDeclaration = JobDeclaration> {
  readonly job: Job;
  /** Must be safe to run twice: the queue delivers at least once. */
  handle(payload: z.infer<Job['payload']>): Promise<void>;
  /** The job failed for the last time; whoever waits for it must learn so. */
  gaveUp?(payload: z.infer<Job['payload']>, error: unknown): Promise<void>;
}

/** Stops the boot unless each declared job has exactly one handler, and each handler a declared job. */
export function provenHandlers(
  jobs: readonly JobDeclaration[],
  handlers: readonly JobHandler[],
): ReadonlyMap<string, JobHandler> {
  const faults: string[] = [];
  const byName = new Map<string, JobHandler>();
  const declared = new Set<string>();
  for (const job of jobs) {
    if (declared.has(job.name)) faults.push(`${job.name} is declared twice`);
    declared.add(job.name);
  }
  for (const handler of handlers) {
    if (!declared.has(handler.job.name)) faults.push(`${handler.job.name} is handled but not declared`);
    if (byName.has(handler.job.name)) faults.push(`${handler.job.name} has two handlers`);
    byName.set(handler.job.name, handler);
  }
  for (const name of declared) if (!byName.has(name)) faults.push(`${name} has no handler`);
  if (faults.length > 0) throw new Error(`jobs and handlers do not match: ${faults.join('; ')}`);
  return byName;
}
