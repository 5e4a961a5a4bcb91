import type { Act } from '@crm/api-contract/choices';

/** One act, as it happened. Facts hold no secret and no whole personal number. */
export interface Told {
  /** `user:<id>`, `session:<id>` of a session that has ended, or `address:<ip>` of a stranger. */
  readonly actor: string;
  readonly request: string;
  readonly action: Act;
  /** The table of the record, or the resource. */
  readonly subject: string;
  /** Empty: a list, or nobody knows. */
  readonly subjectId: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** What is counted within one entry: the route that showed the record, or the code of the refusal. */
  readonly counted?: readonly [as: 'routes' | 'codes', what: string];
}

/** An entry to be written. `counts`: how often each route or code. */
export interface Entry {
  readonly told: Told;
  readonly at: string;
  readonly counts: Map<string, number>;
}

export interface ReadyEntry extends Pick<Told, 'actor' | 'request' | 'action' | 'subject' | 'subjectId'> {
  readonly before: null;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Entries of one person or address with an act that anybody can repeat. What comes more often is counted together. */
export const PER_MINUTE = 30;
/** Different persons or addresses told apart in one minute; further ones are counted together. */
const TOLD_APART = 1_000;
const MINUTE_MS = 60_000;

/**
 * Entries that wait to be written together. The same act on the same record is one entry with a count. Bounded acts of
 * one person or address are counted in one entry beyond thirty in a minute, so that nobody floods the trail.
 */
export class WaitingEntries {
  private entries = new Map<string, Entry>();
  private minute = 0;
  private readonly spent = new Map<string, number>();

  constructor(private readonly now: () => number = Date.now) {}

  get size(): number {
    return this.entries.size;
  }

  add(told: Told): void {
    const key = keyOf(told);
    const entry = this.entries.get(key) ?? { told, at: new Date(this.now()).toISOString(), counts: new Map() };
    const what = told.counted?.[1];
    if (what !== undefined) entry.counts.set(what, (entry.counts.get(what) ?? 0) + 1);
    this.entries.set(key, entry);
  }

  addBounded(told: Told): void {
    if (this.isWithin(told)) this.add(told);
    else this.add(this.together(told));
  }

  /** Takes one of the thirty of this minute. */
  isWithin({ actor, action }: Pick<Told, 'actor' | 'action'>): boolean {
    const minute = Math.floor(this.now() / MINUTE_MS);
    if (minute !== this.minute) {
      this.minute = minute;
      this.spent.clear();
    }
    const who = `${action} ${actor}`;
    const spent = this.spent.get(who);
    if (spent === undefined && this.spent.size >= TOLD_APART) return false;
    this.spent.set(who, (spent ?? 0) + 1);
    return (spent ?? 0) < PER_MINUTE;
  }

  /** One entry for all further acts of this person or address; or of everybody, if there are too many of them. */
  together(told: Told): Told {
    const known = this.spent.has(`${told.action} ${told.actor}`);
    return {
      ...told,
      actor: known ? told.actor : 'system:trail',
      subject: 'many',
      subjectId: '',
      facts: known && told.facts.address !== undefined ? { address: told.facts.address } : {},
    };
  }

  /** Empties it. */
  take(): Entry[] {
    const all = [...this.entries.values()];
    this.entries = new Map();
    return all;
  }

  /** Puts back what could not be written. What was added since is counted with it. */
  putBack(taken: readonly Entry[]): void {
    const since = this.take();
    for (const entry of [...taken, ...since]) {
      const before = this.entries.get(keyOf(entry.told));
      if (!before) this.entries.set(keyOf(entry.told), entry);
      else for (const [what, times] of entry.counts) before.counts.set(what, (before.counts.get(what) ?? 0) + times);
    }
  }
}

const keyOf = ({ actor, action, subject, subjectId, facts }: Told): string =>
  JSON.stringify([actor, action, subject, subjectId, facts]);

/** The entry as it is stored. `at` is when the first of the counted acts happened. */
export const readyEntry = ({ told, at, counts }: Entry): ReadyEntry => ({
  actor: told.actor,
  request: told.request,
  action: told.action,
  subject: told.subject,
  subjectId: storable(told.subjectId) as string,
  before: null,
  after: {
    ...(storable(told.facts) as Told['facts']),
    ...(told.counted ? { [told.counted[0]]: Object.fromEntries(counts) } : {}),
    at,
  },
});

const LONGEST = 200;
/** PostgreSQL stores no NUL and no half of a character. */
const UNSTORABLE = /[\u0000-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Texts come from outside, and nobody reads more than a line of one. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST).replace(UNSTORABLE, ' ');
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [storable(name), storable(inner)]));
}
