/**
 * The shape of a Chinese message tree, for its English twin: `export const leadsEn = { … } satisfies Twin<typeof
 * leadsZh>`.
 */
export type Twin<T> = { [K in keyof T]: T[K] extends string ? string : Twin<T[K]> };

/** The keys of a tree as translate() takes them, below its root: `'title' | 'status.draft'`. */
export type KeyOf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeyOf<T[K]>}` }[keyof T & string];

export interface MessageTree {
  [key: string]: string | MessageTree;
}

/** { a: { b: 'x' } } → { 'a.b': 'x' }, as the translator sees it. */
export function flat(tree: MessageTree, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === 'string' ? { [`${prefix}${key}`]: value } : flat(value, `${prefix}${key}.`),
    ),
  ) as Record<string, string>;
}

/** Merges the trees of several rooms. Two rooms may share a branch (`errors`, `resources`), never a leaf. */
export function merged(...trees: MessageTree[]): MessageTree {
  const all: MessageTree = {};
  for (const tree of trees) {
    for (const [key, value] of Object.entries(tree)) {
      const there = all[key];
      if (there === undefined) all[key] = value;
      else if (typeof there === 'object' && typeof value === 'object') all[key] = merged(there, value);
      else throw new Error(`Two rooms say what "${key}" means`);
    }
  }
  return all;
}

/** The sentences of all refusal codes, from the server's own book; {name} becomes %{name}. */
export const sentencesOf = (book: Readonly<Record<string, string>>): MessageTree => ({
  errors: Object.fromEntries(
    Object.entries(book).map(([code, sentence]) => [code, sentence.replace(/\{(\w+)\}/g, '%{$1}')]),
  ),
});
