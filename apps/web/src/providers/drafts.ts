/**
 * What was typed into a long form and not saved, kept in this browser: by person and record, for seven days at most.
 * Saving, discarding and signing out remove it. Names and numbers of contacts are never kept.
 */
export interface Kept {
  /** ISO 8601. */
  readonly at: string;
  /** The version of the record that was open. */
  readonly version?: number;
  readonly values: unknown;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'crm-draft';
const DAYS_MS = 7 * 86_400_000;

/** `now` in milliseconds since 1970. */
export function draftsOn(shelf: Shelf, now: () => number) {
  const keyOf = (person: string, name: string) => `${PREFIX} ${person} ${name}`;
  const keys = () => Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '');
  const parsed = (key: string): Kept | null => {
    try {
      const kept = JSON.parse(shelf.getItem(key) ?? 'null') as Kept | null;
      return kept && Date.parse(kept.at) > now() - DAYS_MS ? kept : null;
    } catch {
      return null;
    }
  };
  return {
    read(person: string, name: string): Kept | null {
      for (const key of keys()) if (key.startsWith(`${PREFIX} `) && !parsed(key)) shelf.removeItem(key);
      return parsed(keyOf(person, name));
    },
    keep(person: string, name: string, draft: Omit<Kept, 'at'>): void {
      try {
        shelf.setItem(keyOf(person, name), JSON.stringify({ at: new Date(now()).toISOString(), ...draft }));
      } catch {
        // The storage is full or forbidden: there is no draft then, and leaving still asks.
      }
    },
    remove: (person: string, name: string): void => shelf.removeItem(keyOf(person, name)),
    removeAll(person: string): void {
      for (const key of keys()) if (key.startsWith(`${PREFIX} ${person} `)) shelf.removeItem(key);
    },
  };
}

const nowhere: Shelf = { length: 0, key: () => null, getItem: () => null, setItem: () => {}, removeItem: () => {} };

export const drafts = draftsOn(typeof localStorage === 'undefined' ? nowhere : localStorage, Date.now);
