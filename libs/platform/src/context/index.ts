import { AsyncLocalStorage } from 'node:async_hooks';

/** Values that a request or job carries implicitly: only those that infrastructure needs. */
export interface WorkContext {
  readonly traceId: string;
  /**
   * The Idempotency-Key of the client, with the request it belongs to. It is claimed in the transaction of the use
   * case.
   */
  readonly idempotency?: { readonly key: string; readonly route: string; readonly requestHash: string };
}

const storage = new AsyncLocalStorage<WorkContext>();

export const runInContext = <T>(context: WorkContext, work: () => T): T => storage.run(context, work);
export const currentContext = (): WorkContext | undefined => storage.getStore();
export const traceId = (): string | undefined => storage.getStore()?.traceId;
