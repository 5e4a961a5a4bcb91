import type { ActorRef, Database, Tx } from './database.js';

/** Thrown to roll back a transaction; it carries the result. */
class TakenBack extends Error {
  constructor(readonly result: unknown) {
    super('taken back');
  }
}

/** Runs a use case, takes back everything it wrote and returns its result. So a preview shows what would happen. */
export async function trial<T>(database: Database, actor: ActorRef, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await database.transaction<T>(actor, async (tx) => {
      throw new TakenBack(await work(tx));
    });
  } catch (thrown) {
    if (thrown instanceof TakenBack) return thrown.result as T;
    throw thrown;
  }
}

/** The same inside a transaction that goes on: a change is tried before anybody is asked to agree to it. */
export async function tried<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.run('SAVEPOINT tried');
  const result = await work();
  await tx.run('ROLLBACK TO SAVEPOINT tried');
  return result;
}
