import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(__dirname, '../..');

const passedOver = new Set(['node_modules', 'dist', '.nx', '.data', '.tmp']);

/** Paths relative to the root of the repository, with forward slashes. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const name of readdirSync(path)) {
      if (passedOver.has(name)) continue;
      const child = join(path, name);
      if (statSync(child).isDirectory()) walk(child);
      else if (ending.test(name)) found.push(relative(ROOT, child).replaceAll('\\', '/'));
    }
  };
  walk(join(ROOT, folder));
  return found.sort();
}

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The imports of a source file, as written. */
export const importsOf = (path: string): string[] =>
  [...textOf(path).matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string);
