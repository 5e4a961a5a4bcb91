import type { Locale } from '@crm/api-contract/sentences';
import { headerText } from '@crm/domain/imports';
import { writeSpreadsheet, type WrittenCell } from '@crm/platform/spreadsheet';
import { faultView, shownAt } from './import.view.js';
import type { ImportRecord, ImportRowRecord } from './imports.store.js';

const titles = { zh: { row: '原行号', reason: '原因', sheet: '错误行' }, en: { row: 'Original row', reason: 'Reason', sheet: 'Faulty rows' } } as const;

/** One row of header that reads alone: 固定资产投资 under 对赌指标（万元/亩） becomes 固定资产投资（万元/亩）, so that the workbook can be mended and uploaded again. */
function flatHeader(header: readonly string[]): string {
  const leaf = header.at(-1) ?? '';
  const bracket = /[（(][^（）()]*[）)]\s*$/u.exec(header[0] ?? '')?.[0];
  return header.length > 1 && bracket && !headerText(leaf).unit && headerText(header[0]!).unit ? `${leaf}${bracket}` : leaf;
}

/** The faulty rows as they stood, the wrong cells marked, the reasons beside them; every cell a text, nothing calculated. */
export function errorWorkbook(record: ImportRecord, faulty: readonly ImportRowRecord[], locale: Locale): Promise<Buffer> {
  const words = titles[locale];
  const header: WrittenCell[] = [...record.columns.map(({ header: text }) => flatHeader(text)), words.row, words.reason].map((text) => ({ text, mark: 'header' }));
  const rows = faulty.map((row): WrittenCell[] => {
    const cells = record.columns.map(({ column }): WrittenCell => ({ text: row.fixes[String(column)] ?? shownAt(record, row, column), ...(row.faults.some((fault) => fault.column === column) ? { mark: 'fault' as const } : {}) }));
    const reasons = row.faults.map((fault) => faultView(record, row, fault, locale)).map(({ column, message }) => (column ? `${column} ${message}` : message));
    return [...cells, { text: String(row.row) }, { text: reasons.join('\n'), mark: 'fault' }];
  });
  return writeSpreadsheet({ name: words.sheet, rows: [header, ...rows], widths: [...record.columns.map(() => 16), 10, 48], headerRows: 1 });
}
