import { numberFormat, shownBy, type NumberFormat } from './number-format.js';
import type { Cell } from './workbook.js';
import type { Unpacker, ZipEntry } from './zip.js';
import { readXml } from './xml.js';

/** Built-in formats that show a day; 27–36 and 50–58 are the Chinese and Japanese ones (ECMA-376 part 1, §18.8.30). */
const builtInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const asDay: NumberFormat = { sections: [{ shown: 'date' }] };
const asPercent: NumberFormat = { sections: [{ shown: 'percent' }] };

/**
 * What a number format shows, without quoted words, colours and escaped characters: `[$-804]yyyy"年"m"月"` is a day,
 * `0.0%` is a percentage.
 */
export const shownAs = (code: string): Cell['shown'] => shownBy(numberFormat(code), 1).shown;

/** The number format of each cell style; undefined for the general one. */
export function readStyles(unpacker: Unpacker, entry: ZipEntry): (NumberFormat | undefined)[] {
  const defined = new Map<number, NumberFormat>();
  const styles: (NumberFormat | undefined)[] = [];
  let inCells = false;
  readXml(unpacker, entry, {
    open(name, attributes) {
      if (name === 'numFmt') defined.set(Number(attributes['numFmtId']), numberFormat(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells && styles.length < 100_000) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(defined.get(id) ?? (builtInDate(id) ? asDay : id === 9 || id === 10 ? asPercent : undefined));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
