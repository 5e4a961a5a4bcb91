import { createParser } from 'eventsource-parser';
import { useEffect, useRef } from 'react';
import { session } from './session.js';

/**
 * Server-sent events: reminder counts, import progress, changed records. All tabs of a browser share one stream, since
 * a browser allows a site only six connections over HTTP/1.1.
 */

type Handler = (payload: unknown) => void;

const handlers = new Map<string, Set<Handler>>();
const tabs =
  typeof window === 'undefined' || typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('crm-live');

const deliver = (topic: string, payload: unknown): void => handlers.get(topic)?.forEach((handler) => handler(payload));
tabs?.addEventListener('message', (event: MessageEvent<{ topic: string; payload: unknown }>) =>
  deliver(event.data.topic, event.data.payload),
);

/** Takes pieces of the stream as they arrive and passes on each complete event. Invalid JSON is skipped. */
export const eventReader = (onEvent: (topic: string, payload: unknown) => void) =>
  createParser({
    onEvent: ({ event, data }) => {
      try {
        const payload = JSON.parse(data) as { topic?: string } | null;
        onEvent(event ?? payload?.topic ?? 'message', payload);
      } catch {
        // For example a line of a proxy.
      }
    },
  });

/** 1 s, 2 s, 4 s … 30 s with a random spread, so that not all clients return to a restarted server at once. */
export const backOff = (failures: number, random = Math.random()): number =>
  Math.min(30_000, 1000 * 2 ** Math.min(failures, 5)) * (0.75 + random / 2);

async function listen(signal: AbortSignal): Promise<void> {
  const response = await fetch('/api/v1/events', {
    credentials: 'same-origin',
    signal,
    headers: { accept: 'text/event-stream', authorization: `Bearer ${await session.token()}` },
  });
  if (!response.ok || !response.body || !response.headers.get('content-type')?.startsWith('text/event-stream'))
    throw new Error(`events: ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const events = eventReader((topic, payload) => {
    deliver(topic, payload);
    tabs?.postMessage({ topic, payload });
  });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    events.feed(value);
  }
}

async function keepListening(signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const startedAt = Date.now();
    await listen(signal).catch(() => undefined);
    failures = Date.now() - startedAt > 60_000 ? 0 : failures + 1;
    await new Promise((resolve) => setTimeout(resolve, signal.aborted ? 0 : backOff(failures)));
  }
}

/**
 * The frame calls it while somebody is signed in. The tab with the lock listens and informs the others; when it closes,
 * the next one takes over.
 */
export function startLive(): () => void {
  const stop = new AbortController();
  const work = () => keepListening(stop.signal);
  if ('locks' in navigator)
    void navigator.locks.request('crm-live', { signal: stop.signal }, work).catch(() => undefined);
  else void work();
  return () => stop.abort();
}

/** `useLive('reminders', ({ open }) => …)` always calls the newest handler and keeps its subscription. */
export function useLive<T = unknown>(topic: string, handler: (payload: T) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const one: Handler = (payload) => latest.current(payload as T);
    const set = handlers.get(topic) ?? new Set<Handler>();
    handlers.set(topic, set.add(one));
    return () => {
      set.delete(one);
    };
  }, [topic]);
}
