import type { Cell } from './workbook.js';
import type { Unpacker, ZipEntry } from './zip.js';
import { readXml } from './xml.js';

/** Built-in formats that show a day; 27–36 and 50–58 are the Chinese and Japanese ones (ECMA-376 part 1, §18.8.30). */
const builtInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/**
 * What a number format shows, without quoted words, colours and escaped characters: `[$-804]yyyy"年"m"月"` is a day,
 * `0.0%` is a percentage.
 */
export function shownAs(code: string): Cell['shown'] {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  if (/general/i.test(bare)) return undefined;
  if (bare.includes('%')) return 'percent';
  return /[ymd]/i.test(bare) || /[年月日]/.test(bare) ? 'date' : undefined;
}

/** What each cell style shows. */
export function readStyles(unpacker: Unpacker, entry: ZipEntry): Cell['shown'][] {
  const defined = new Map<number, Cell['shown']>();
  const styles: Cell['shown'][] = [];
  let inCells = false;
  readXml(unpacker, entry, {
    open(name, attributes) {
      if (name === 'numFmt') defined.set(Number(attributes['numFmtId']), shownAs(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells && styles.length < 100_000) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(
          defined.has(id) ? defined.get(id) : builtInDate(id) ? 'date' : id === 9 || id === 10 ? 'percent' : undefined,
        );
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
