import { deflateRawSync } from 'node:zlib';
import { files, type StoredFile } from '@crm/api-contract/files';
import type { Client } from './client.js';

/** A PDF that passes every check, though no reader would show it. */
export const pdfOf = (text = '合同扫描件'): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);

/** A zip of these parts, packed as Office packs them. */
export function zipped(parts: Readonly<Record<string, string>>, tail = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.byteLength, 18);
    local.writeUInt32LE(text.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.byteLength, 20);
    central.writeUInt32LE(text.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    centrals.push(central, Buffer.from(name));
    at += 30 + name.length + packed.byteLength;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.byteLength, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end, tail]);
}

export const docxOf = (more: Readonly<Record<string, string>> = {}): Buffer =>
  zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...more });

/** The form a browser sends: the record, then the file. */
export function paperForm(
  subjectType: string,
  subjectId: string,
  name: string,
  content: Uint8Array,
  note?: string,
): FormData {
  const form = new FormData();
  form.append('subjectType', subjectType);
  form.append('subjectId', subjectId);
  if (note !== undefined) form.append('note', note);
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return form;
}

export const attached = (
  client: Client,
  subjectType: string,
  subjectId: string,
  name = '合同扫描件.pdf',
  content: Uint8Array = pdfOf(),
): Promise<StoredFile> => client.call(files.attach, paperForm(subjectType, subjectId, name, content) as never);
