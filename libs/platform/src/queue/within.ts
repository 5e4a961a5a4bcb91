/**
 * The answer, or an error once the time is over: what is asked of a server that went away may never come back
 * (reliability §2.1).
 */
export async function within<T>(ms: number, work: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${otherwise} (${ms} ms)`)), ms);
  });
  // Whatever it answers afterwards, nobody listens any more.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
