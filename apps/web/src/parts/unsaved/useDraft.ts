import { useEffect, useRef, useState } from 'react';
import { drafts, type Kept } from '../../providers/drafts.js';
import { session } from '../../providers/session.js';

const PAUSE_MS = 500;

/** The draft of one form and record. */
export interface Draft {
  /** Kept before this form was opened, until the person restores or discards it. */
  readonly offered: Kept | null;
  /** The record has changed since the draft was typed. */
  readonly outdated: boolean;
  /** The offer is answered; discarding removes the draft. */
  readonly answer: (discarded: boolean) => void;
  readonly keep: (values: unknown) => void;
  /** Call it when the form is saved: nothing is kept from then on. */
  readonly saved: () => void;
}

/** `name`: the form and the id of its record, `contract 0190…`. `version`: of the record that is edited. */
export function useDraft(name: string, version?: number): Draft {
  const person = session.username() ?? '';
  const [offered, setOffered] = useState(() => drafts.read(person, name));
  const over = useRef(false);
  return {
    offered,
    outdated: offered !== null && offered.version !== version,
    answer: (discarded) => {
      if (discarded) drafts.remove(person, name);
      setOffered(null);
    },
    keep: (values) => {
      // Whoever has signed out in between keeps nothing.
      if (!over.current && session.username() === person)
        drafts.keep(person, name, { values, ...(version === undefined ? {} : { version }) });
    },
    saved: () => {
      over.current = true;
      drafts.remove(person, name);
    },
  };
}

/** Keeps what was typed once typing pauses, and at once when the form goes away. Not over a draft still offered. */
export function useKeeping(draft: Draft | undefined, typed: boolean, values: unknown): void {
  const text = draft && typed && !draft.offered ? JSON.stringify(values) : null;
  const waiting = useRef<(() => void) | null>(null);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  useEffect(() => {
    if (text === null) return undefined;
    const keep = () => {
      waiting.current = null;
      latest.current?.keep(JSON.parse(text));
    };
    waiting.current = keep;
    const timer = setTimeout(keep, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const now = () => waiting.current?.();
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, []);
}
