/**
 * English nouns follow the number before them: `%{rows} row(s)` becomes “1 row”, “2 rows”, “1,200 rows”. One text may
 * count several things, which the plural forms of polyglot (`smart_count`) cannot.
 */
export const numbered = (text: string): string =>
  text
    .replace(/(\d[\d,.]*)( (?:[a-z-]+ )?[a-z]+)\(s\)/gi, (_, count: string, noun: string) =>
      count === '1' ? count + noun : `${count}${noun}s`,
    )
    // Without a number before it, it is many.
    .replaceAll('(s)', 's');
