import type { SignedInUser } from '@crm/api-contract/access';
import { readLocale } from './locale.js';
import { ApiError, readProblem } from './problem.js';

/** The access token lives in memory only; the refresh token in an httpOnly cookie this code never sees. */

interface Granted {
  accessToken: string;
  expiresIn: number;
}

const BASE = '/api/v1';
/** Renewed a little before it ends, so that no call starts with a token about to die. */
const EARLY_MS = 30_000;

let token: string | null = null;
let expiresAt = 0;
let renewing: Promise<string> | null = null;

/** Tabs tell each other: one renews for all, one signs out for all. */
const tabs =
  typeof window === 'undefined' || typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('crm-session');
const onSignedOut = new Set<() => void>();

const keep = ({ accessToken, expiresIn }: Granted): string => {
  token = accessToken;
  expiresAt = Date.now() + expiresIn * 1000;
  return accessToken;
};

tabs?.addEventListener('message', (event: MessageEvent<{ granted?: Granted; signedIn?: true; signedOut?: true }>) => {
  if (event.data.granted) keep(event.data.granted);
  // The cookie now is someone's who signed in there: a page that showed another person's work starts anew.
  if (event.data.signedIn && token !== null) window.location.reload();
  if (event.data.signedOut) {
    forget();
    onSignedOut.forEach((listener) => listener());
  }
});

function forget(): void {
  token = null;
  expiresAt = 0;
}

/**
 * The cookie is out of sight of this code; this mark says that there may be one, so that a first visitor's page asks
 * for nothing in vain.
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
 * A refresh cookie is good for one use: two tabs that used it at once would end the session. The lock lets one in; the
 * other finds
 * a fresh token from the first one's message. Without locks (plain http away from localhost) the single flight of this
 * tab remains.
 */
async function renew(): Promise<string> {
  if (!mark.isSet()) throw new ApiError(readProblem(401, { code: 'session.ended' }));
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

export const session = {
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
    forget();
    mark.clear();
    if (!had) return;
    tabs?.postMessage({ signedOut: true });
    // Signing out must work without a server: the cookie then dies of age.
    await post('/auth/logout').catch(() => undefined);
  },

  /** A token good for the next half minute; parallel callers share one renewal. */
  async token(): Promise<string> {
    if (token !== null && Date.now() < expiresAt - EARLY_MS) return token;
    return this.renewed();
  },

  /** After a 401: a token other than the refused one. */
  async renewed(): Promise<string> {
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    return renewing;
  },

  onSignedOutElsewhere(listener: () => void): () => void {
    onSignedOut.add(listener);
    return () => onSignedOut.delete(listener);
  },
};
