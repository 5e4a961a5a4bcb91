import { posix } from 'node:path';
import { SpreadsheetFault, limits, tooLarge } from './limits.js';
import { readSharedStrings } from './shared-strings.js';
import { Budget, readSheetPart } from './sheet-part.js';
import { readStyles } from './styles.js';
import type { Sheet, Workbook } from './workbook.js';
import { readXml } from './xml.js';
import { listEntries, partName, Unpacker, type ZipEntry } from './zip.js';

interface Listed {
  name: string;
  visible: boolean;
  relation: string;
}

/** Reads a workbook in the format that Excel and WPS write since 2007. */
export function readXlsx(file: Uint8Array): Workbook {
  const entries = listEntries(file);
  const unpacker = new Unpacker(file);
  const main = entries.get('xl/workbook.xml');
  if (!main) throw new SpreadsheetFault('sheet.format');
  const { listed, dateSystem } = readContents(unpacker, main);
  const relations = readRelations(unpacker, entries.get('xl/_rels/workbook.xml.rels'));
  const part = (ending: string): ZipEntry | undefined =>
    entries.get(
      ([...relations.values()].find(({ type }) => type.endsWith(`/${ending}`)) ?? { target: '' }).target ||
        partName(`xl/${ending}.xml`),
    );
  const [styles, strings] = [part('styles'), part('sharedStrings')];
  const context = {
    styles: styles ? readStyles(unpacker, styles) : [],
    strings: strings ? readSharedStrings(unpacker, strings) : [],
    budget: new Budget(),
  };
  const sheets = listed.flatMap(({ name, visible, relation }): Sheet[] => {
    const found = relations.get(relation);
    // Chart sheets are in the list but have no cells.
    if (!found?.type.endsWith('/worksheet')) return [];
    const entry = entries.get(found.target);
    if (!entry) throw new SpreadsheetFault('sheet.damaged');
    return [{ name, visible, ...readSheetPart(unpacker, entry, { ...context, sheet: name }) }];
  });
  return { format: 'xlsx', dateSystem, sheets };
}

function readContents(unpacker: Unpacker, entry: ZipEntry): { listed: Listed[]; dateSystem: 1900 | 1904 } {
  const listed: Listed[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  readXml(unpacker, entry, {
    open(name, attributes) {
      if (name === 'workbookPr' && (attributes['date1904'] === '1' || attributes['date1904'] === 'true'))
        dateSystem = 1904;
      if (name !== 'sheet') return;
      if (listed.length >= limits.sheets) throw tooLarge('sheets');
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({
        name: attributes['name'] ?? '',
        visible: (attributes['state'] ?? 'visible') === 'visible',
        relation,
      });
    },
  });
  return { listed, dateSystem };
}

function readRelations(unpacker: Unpacker, entry: ZipEntry | undefined): Map<string, { type: string; target: string }> {
  const relations = new Map<string, { type: string; target: string }>();
  if (!entry) throw new SpreadsheetFault('sheet.damaged');
  readXml(unpacker, entry, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = attributes['Target'] ?? '';
      relations.set(attributes['Id'] ?? '', {
        type: attributes['Type'] ?? '',
        target: partName(/^[\\/]/.test(target) ? target : posix.join('xl', target.replaceAll('\\', '/'))),
      });
    },
  });
  return relations;
}
