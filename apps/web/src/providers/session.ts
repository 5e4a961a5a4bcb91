import type { SignedInUser } from '@crm/api-contract/access';
import { drafts } from './drafts.js';
import { readLocale } from './locale.js';
import { ApiError, readProblem } from './problem.js';
import { signInAgain } from './signInAgain.js';

/** The access token is in memory only; the refresh token is in an httpOnly cookie that scripts cannot read. */

interface Granted {
  accessToken: string;
  expiresIn: number;
}

const BASE = '/api/v1';
/** Renewed slightly early, so that no call starts with a token about to expire. */
const EARLY_MS = 30_000;

let token: string | null = null;
let expiresAt = 0;
let renewing: Promise<string> | null = null;
/** The person of this page; only the same person may continue with it. */
let username: string | null = null;

/** Tabs inform each other: one renews or signs out for all. */
const tabs =
  typeof window === 'undefined' || typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('crm-session');
const onSignedOut = new Set<() => void>();

const keep = ({ accessToken, expiresIn }: Granted): string => {
  token = accessToken;
  expiresAt = Date.now() + expiresIn * 1000;
  return accessToken;
};

tabs?.addEventListener('message', (event: MessageEvent<{ granted?: Granted; signedIn?: true; signedOut?: true }>) => {
  if (event.data.granted) {
    keep(event.data.granted);
    signInAgain.granted(event.data.granted.accessToken);
  }
  // The cookie now belongs to the person who signed in there, so a page with another person's data must reload.
  if (event.data.signedIn && token !== null) window.location.reload();
  if (event.data.signedOut) {
    forget();
    signInAgain.givenUp(ended());
    onSignedOut.forEach((listener) => listener());
  }
});

const ended = (): ApiError => new ApiError(readProblem(401, { code: 'session.ended' }));

function forget(): void {
  token = null;
  expiresAt = 0;
}

/**
 * Scripts cannot see the cookie. This mark says that one may exist, so that a first visitor's page sends no useless
 * request.
 */
const mark = {
  set: () => localStorage.setItem('crm-signed-in', '1'),
  clear: () => localStorage.removeItem('crm-signed-in'),
  isSet: () => localStorage.getItem('crm-signed-in') !== null,
};

async function post(path: string, body?: unknown): Promise<Response> {
  return fetch(`${BASE}${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'accept-language': readLocale(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function refused(response: Response): Promise<ApiError> {
  return new ApiError(readProblem(response.status, await response.json().catch(() => null), response.headers));
}

/**
 * A refresh cookie is valid for one use; two tabs that use it at once would end the session. The lock lets one tab in;
 * the other receives the fresh token from it. Without locks (plain http, not localhost) only this tab's calls share one
 * renewal.
 */
async function renew(): Promise<string> {
  if (!mark.isSet()) throw ended();
  const before = token;
  const exchange = async (): Promise<string> => {
    if (token !== null && token !== before && Date.now() < expiresAt - EARLY_MS) return token;
    const response = await post('/auth/refresh');
    if (!response.ok) {
      if (response.status === 401) {
        forget();
        mark.clear();
      }
      throw await refused(response);
    }
    const granted = (await response.json()) as Granted;
    tabs?.postMessage({ granted: { accessToken: granted.accessToken, expiresIn: granted.expiresIn } });
    return keep(granted);
  };
  return typeof navigator !== 'undefined' && 'locks' in navigator
    ? navigator.locks.request('crm-session-renew', exchange)
    : exchange();
}

const isEnd = (error: unknown): boolean => error instanceof ApiError && error.status === 401;

export const session = {
  username: (): string | null => username,

  /** The page knows its person. */
  is(name: string): void {
    username = name;
  },

  /** The same person signs in over the open page; the tabs of this browser go on with the new token. */
  async signInAgain(password: string): Promise<void> {
    const response = await post('/auth/login', { username, password });
    if (!response.ok) throw await refused(response);
    const granted = (await response.json()) as Granted;
    mark.set();
    tabs?.postMessage({ granted: { accessToken: granted.accessToken, expiresIn: granted.expiresIn } });
    signInAgain.granted(keep(granted));
  },

  /** If the person does not sign in again: waiting calls are refused, and the sign-in page opens. */
  leave(): void {
    username = null;
    signInAgain.givenUp(ended());
  },

  async signIn(username: string, password: string): Promise<SignedInUser> {
    const response = await post('/auth/login', { username, password });
    if (!response.ok) throw await refused(response);
    const granted = (await response.json()) as Granted & { user: SignedInUser };
    keep(granted);
    mark.set();
    tabs?.postMessage({ signedIn: true });
    return granted.user;
  },

  async signOut(): Promise<void> {
    const had = token !== null;
    // A session that merely ended keeps the drafts: they are why the person comes back.
    if (had && username !== null) drafts.removeAll(username);
    username = null;
    forget();
    mark.clear();
    if (!had) return;
    tabs?.postMessage({ signedOut: true });
    // Signing out must work without a server; the cookie then expires by itself.
    await post('/auth/logout').catch(() => undefined);
  },

  /** A token valid for at least half a minute; parallel callers share one renewal. */
  async token(): Promise<string> {
    if (token !== null && Date.now() < expiresAt - EARLY_MS) return token;
    return this.renewed();
  },

  /** After a 401: another token than the refused one. */
  async renewed(): Promise<string> {
    renewing ??= renew()
      .catch((error: unknown) => {
        if (isEnd(error) && username !== null && signInAgain.canAsk()) return signInAgain.ask();
        throw error;
      })
      .finally(() => {
        renewing = null;
      });
    return renewing;
  },

  onSignedOutElsewhere(listener: () => void): () => void {
    onSignedOut.add(listener);
    return () => onSignedOut.delete(listener);
  },
};
