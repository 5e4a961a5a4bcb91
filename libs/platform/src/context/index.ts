import { AsyncLocalStorage } from 'node:async_hooks';

/** A request with an Idempotency-Key. It is claimed in the transaction of the use case. */
export interface Claim {
  /** Whose key it is. */
  readonly actor: string;
  readonly key: string;
  readonly route: string;
  readonly requestHash: string;
  /** The use case has committed; what follows in the request claims nothing. */
  answered?: true;
}

/** Values that a request or job carries implicitly: only those that infrastructure needs. */
export interface WorkContext {
  readonly traceId: string;
  /** Set by the guard, which finds the actor. */
  idempotency?: Claim | undefined;
}

const storage = new AsyncLocalStorage<WorkContext>();

export const runInContext = <T>(context: WorkContext, work: () => T): T => storage.run(context, work);
export const currentContext = (): WorkContext | undefined => storage.getStore();
export const traceId = (): string | undefined => storage.getStore()?.traceId;
