import { SaxesParser } from 'saxes';
import { SpreadsheetFault } from './limits.js';
import type { Unpacker, ZipEntry } from './zip.js';

export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Writers prefix the elements at will (`x:row`); the local name is what counts. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads one part as a stream, never holding it whole. A document type is refused (`sheet.dtd`): a workbook needs none,
 * and
 * entities that name entities are how a small file fills a memory. Anything ill-formed is `sheet.damaged`.
 */
export function readXml(unpacker: Unpacker, entry: ZipEntry, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new SpreadsheetFault('sheet.dtd');
  });
  parser.on('error', () => {
    throw new SpreadsheetFault('sheet.damaged');
  });
  parser.on('opentag', (tag) => listener.open?.(local(tag.name), tag.attributes as Record<string, string>));
  parser.on('closetag', (tag) => listener.close?.(local(tag.name)));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  const decoder = new TextDecoder('utf-8');
  unpacker.unpack(entry, (slice, last) => {
    parser.write(decoder.decode(slice, { stream: !last }));
    if (last) parser.close();
  });
}

/** Excel writes what XML cannot hold as _x000D_; an escape of the escape is _x005F_. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
