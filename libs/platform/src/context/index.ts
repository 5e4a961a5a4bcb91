import { AsyncLocalStorage } from 'node:async_hooks';

/** What a request or a job carries with it without every function passing it on: only what infrastructure needs. */
export interface WorkContext {
  readonly traceId: string;
  /** The client's Idempotency-Key together with what it was used for; claimed inside the transaction of the verb. */
  readonly idempotency?: { readonly key: string; readonly route: string; readonly requestHash: string };
}

const storage = new AsyncLocalStorage<WorkContext>();

export const runInContext = <T>(context: WorkContext, work: () => T): T => storage.run(context, work);
export const enterContext = (context: WorkContext): void => storage.enterWith(context);
export const currentContext = (): WorkContext | undefined => storage.getStore();
export const traceId = (): string | undefined => storage.getStore()?.traceId;
