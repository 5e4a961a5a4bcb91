const NUMBER = /\d[\d,.]*/;

/**
 * English words follow the number before them, with at most four words in between: `%{rows} faulty row(s)` becomes
 * “1 faulty row” or “2 faulty rows”, `%{days} (day differs|days differ)` “1 day differs”. One text may count several
 * things. Without a number before it, it is many. `number` and `isOne` serve texts that are not filled in yet.
 */
export function numbered(text: string, number = NUMBER, isOne = (found: string): boolean => found === '1'): string {
  const counted = (rest: string) => new RegExp(`(${number.source})${rest}`, 'gi');
  return text
    .replace(counted("((?: [a-z'-]+){0,4} )\\(([^()|]+)\\|([^()|]+)\\)"), (_, found: string, ...rest: string[]) =>
      [found, rest[0], isOne(found) ? rest[1] : rest[2]].join(''),
    )
    .replace(counted('((?: [a-z-]+)?) ([a-z]+)\\(s\\)'), (_, found: string, between: string, noun: string) =>
      [found, between, ' ', noun, isOne(found) ? '' : 's'].join(''),
    )
    .replaceAll('(s)', 's');
}
