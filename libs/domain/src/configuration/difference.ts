/** An entry of a list as a file writes it: what it is known by, and its values. */
export type Entry = Readonly<Record<string, unknown>>;
export type Lists = Readonly<Record<string, readonly Entry[]>>;

export interface ListDifference {
  readonly list: string;
  /** Keys of entries that are only in the file. */
  readonly added: readonly string[];
  /** Entries with other values, and the fields that differ. */
  readonly changed: readonly { readonly key: string; readonly fields: readonly string[] }[];
  /** Of the changed ones, those that the file closes. */
  readonly closed: readonly string[];
  readonly unchanged: number;
  /** Entries that the file does not name; they stay. */
  readonly kept: number;
}

/** A value as it is compared: the order of fields in an object says nothing. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : (inner ?? null),
  );

/** What taking a file would change, list by list; `keyOf` gives what an entry is known by. */
export function configurationDifference(
  here: Lists,
  file: Lists,
  keyOf: (list: string, entry: Entry) => string,
): ListDifference[] {
  return Object.entries(file).map(([list, entries]) => {
    const there = new Map((here[list] ?? []).map((entry) => [keyOf(list, entry), entry]));
    const compared = entries.map((entry) => {
      const key = keyOf(list, entry);
      const before = there.get(key);
      const fields = before
        ? Object.keys(entry).filter((field) => written(before[field]) !== written(entry[field]))
        : [];
      return { key, entry, before, fields };
    });
    const changed = compared.filter(({ before, fields }) => before && fields.length > 0);
    const named = new Set(compared.map(({ key }) => key));
    return {
      list,
      added: compared.filter(({ before }) => !before).map(({ key }) => key),
      changed: changed.map(({ key, fields }) => ({ key, fields })),
      closed: changed
        .filter(({ before, entry }) => !before!.closedFrom && Boolean(entry.closedFrom))
        .map(({ key }) => key),
      unchanged: compared.length - changed.length - compared.filter(({ before }) => !before).length,
      kept: [...there.keys()].filter((key) => !named.has(key)).length,
    };
  });
}
