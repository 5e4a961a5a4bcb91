import { useSyncExternalStore } from 'react';

/**
 * The session ended while a page is open: the calls under way wait here until the person has signed in over the page.
 * Then they are sent again, so nothing typed is lost.
 */
interface Waiting {
  readonly token: Promise<string>;
  readonly grant: (token: string) => void;
  readonly giveUp: (error: unknown) => void;
}

let waiting: Waiting | null = null;
let dialogs = 0;
const listeners = new Set<() => void>();

function settle(): void {
  waiting = null;
  listeners.forEach((listener) => listener());
}

export const signInAgain = {
  /** Only while a dialog can be shown; a page that opens without a session goes to the sign-in page. */
  canAsk: (): boolean => dialogs > 0,

  ask(): Promise<string> {
    if (!waiting) {
      let grant: Waiting['grant'] = () => undefined;
      let giveUp: Waiting['giveUp'] = () => undefined;
      const token = new Promise<string>((resolve, reject) => ((grant = resolve), (giveUp = reject)));
      waiting = { token, grant, giveUp };
      listeners.forEach((listener) => listener());
    }
    return waiting.token;
  },

  granted(token: string): void {
    waiting?.grant(token);
    settle();
  },

  givenUp(error: unknown): void {
    waiting?.giveUp(error);
    settle();
  },

  /** Registers a mounted dialog; returns the function that removes it. */
  offer(): () => void {
    dialogs += 1;
    return () => void (dialogs -= 1);
  },
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useIsAsked = (): boolean => useSyncExternalStore(subscribe, () => waiting !== null);
