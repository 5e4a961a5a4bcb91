import type { SignedHead } from './signed-head.js';

const WITHIN_MS = 5_000;

/**
 * Sends an anchor to the one https address of the configuration. No redirect is followed and the answer is not read, so
 * that nobody but the configuration decides where it goes. Throws if it is not taken with 2xx within five seconds.
 */
export async function sendAnchor(url: string, anchor: SignedHead, send: typeof fetch = fetch): Promise<void> {
  const { status, body } = await send(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(anchor),
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  await body?.cancel();
  if (status < 200 || status > 299) throw new Error(`the anchor was not taken: ${status}`);
}
