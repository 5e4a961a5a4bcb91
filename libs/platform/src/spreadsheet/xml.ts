import { SaxesParser } from 'saxes';
import { SpreadsheetFault } from './limits.js';
import type { Unpacker, ZipEntry } from './zip.js';

export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Programs use any element prefix (`x:row`); only the local name matters. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads one part as a stream, without holding it as a whole. Refuses `sheet.dtd` (a document type) and `sheet.damaged`.
 * A workbook needs no document type, and nested entities let a small file fill the memory.
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

/**
 * Excel writes characters that XML cannot contain as _x000D_, and a literal underscore of that form as _x005F_. A NUL
 * and half a surrogate pair are dropped: no database keeps them.
 */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replace(/\0|\p{Cs}/gu, '')
    : text;
