import { readCsv } from './csv.js';
import { SpreadsheetFault, limits, tooLarge } from './limits.js';
import type { Workbook } from './workbook.js';
import { readXlsx } from './xlsx.js';
import { listEntries } from './zip.js';

const starts = (file: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, at) => file[at] === byte);
const isZip = (file: Uint8Array): boolean =>
  starts(file, 0x50, 0x4b, 0x03, 0x04) || starts(file, 0x50, 0x4b, 0x05, 0x06);
/** The OLE compound file: .xls, .et, and any workbook with a password. */
const isCompound = (file: Uint8Array): boolean => starts(file, 0xd0, 0xcf, 0x11, 0xe0);
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * A quick first check without unpacking, for uploads. It uses the first bytes and the list of parts; the file name
 * proves nothing. Refuses what {@link SpreadsheetFault} lists.
 */
export function glance(file: Uint8Array): 'xlsx' | 'csv' {
  if (file.byteLength === 0) throw new SpreadsheetFault('sheet.empty');
  if (file.byteLength > limits.fileBytes) throw tooLarge('fileBytes');
  if (isCompound(file))
    throw new SpreadsheetFault(
      Buffer.from(file.buffer, file.byteOffset, file.byteLength).includes(encryptedPackage)
        ? 'sheet.encrypted'
        : 'sheet.old-format',
    );
  if (!isZip(file)) {
    const text = !starts(file, 0xff, 0xfe) && !starts(file, 0xfe, 0xff);
    if (text && file.subarray(0, 4_096).includes(0)) throw new SpreadsheetFault('sheet.format');
    return 'csv';
  }
  if (!listEntries(file).has('xl/workbook.xml')) throw new SpreadsheetFault('sheet.format');
  return 'xlsx';
}

/** Reads the whole file in this thread. A server reads uploaded files with `readInThread`. */
export function readSpreadsheet(file: Uint8Array): Workbook {
  return glance(file) === 'xlsx' ? readXlsx(file) : readCsv(file);
}
