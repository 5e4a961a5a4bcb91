import type { ZodType, z } from 'zod';

/** Long work (parsing a ledger) never holds up short work (a reminder): each lane has its own workers. */
export type Lane = 'quick' | 'heavy';

export interface JobDeclaration<Payload extends ZodType = ZodType> {
  /** `<room>.<verb-noun>`, e.g. `reminders.deliver`. */
  readonly name: string;
  /** One sentence: what is different after it ran. */
  readonly does: string;
  /** Ids only: what the work is about is read again when it runs. */
  readonly payload: Payload;
  readonly lane: Lane;
  /** Runs by itself; the zone is the office's (a cron without one fires eight hours late in Haikou, reliability T1). */
  readonly every?: { readonly cron: string } | { readonly ms: number };
  readonly attempts: number;
  /**
   * Requests that come within this time are one run (the payload must say nothing): a burst of changes is answered
   * once, a moment later.
   */
  readonly gatherMs?: number;
}

export const defineJob = <Payload extends ZodType>(declaration: JobDeclaration<Payload>): JobDeclaration<Payload> =>
  declaration;

export interface JobHandler<Job extends JobDeclaration = JobDeclaration> {
  readonly job: Job;
  /** Must be safe to run twice: the queue delivers at least once. */
  handle(payload: z.infer<Job['payload']>): Promise<void>;
}

/** Refuses the boot unless each declared job has exactly one handler and none handles the undeclared. */
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
