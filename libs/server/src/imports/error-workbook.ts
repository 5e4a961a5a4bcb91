import type { Locale } from '@crm/api-contract/sentences';
import { BESIDE, besideField, fieldOf, headerText } from '@crm/domain/imports';
import { writeInThread, type WrittenCell } from '@crm/platform/spreadsheet';
import { columnOfFault, faultView, shownAt } from './import.view.js';
import type { ImportRecord, ImportRowRecord } from './imports.store.js';

const titles = {
  zh: { row: '原行号', reason: '原因', sheet: '错误行' },
  en: { row: 'Original row', reason: 'Reason', sheet: 'Faulty rows' },
} as const;

interface Choice {
  readonly value: string;
  readonly says: 'contract' | 'firm' | 'repeated' | 'added' | 'changed';
  readonly signedOn?: string;
  readonly projectName?: string;
  readonly before?: string;
  readonly after?: string;
}

/** The possible values of a cell, one per line, so that it can be corrected in the workbook as on the page. */
function choicesIn({ choices }: Readonly<Record<string, unknown>>, locale: Locale): string[] {
  if (!Array.isArray(choices)) return [];
  return (choices as Choice[]).map(({ value, says, signedOn, projectName, before, after }) => {
    if (says === 'firm') return locale === 'zh' ? `可填 ${value}` : `May be ${value}`;
    if (says === 'contract')
      return locale === 'zh'
        ? `可填 ${value}：${signedOn} 签约，${projectName}`
        : `May be ${value}: signed ${signedOn}, ${projectName}`;
    return locale === 'zh' ? `可填 ${value}：${before} → ${after}` : `May be ${value}: ${before} → ${after}`;
  });
}

/**
 * Joins a two-level header into one row: 固定资产投资 under 对赌指标（万元/亩） becomes 固定资产投资（万元/亩）. So the workbook can be corrected
 * and uploaded again.
 */
function flatHeader(header: readonly string[]): string {
  const leaf = header.at(-1) ?? '';
  const bracket = /[（(][^（）()]*[）)]\s*$/u.exec(header[0] ?? '')?.[0];
  return header.length > 1 && bracket && !headerText(leaf).unit && headerText(header[0]!).unit
    ? `${leaf}${bracket}`
    : leaf;
}

/** The faulty rows as they were, with the wrong cells marked and the reasons beside them. Every cell is text. */
export function errorWorkbook(
  record: ImportRecord,
  faulty: readonly ImportRowRecord[],
  locale: Locale,
): Promise<Buffer> {
  const words = titles[locale];
  // The sheet has no column for the contract of a supplement, so the workbook adds one.
  const beside =
    faulty.some(
      ({ faults, fixes }) =>
        fixes[BESIDE] !== undefined || faults.some(({ field }) => field === besideField[record.kind]),
    ) && !record.columns.some(({ field }) => field === besideField[record.kind]);
  const besideName = beside ? [fieldOf(record.kind, besideField[record.kind]!)!.names[0]!] : [];
  const header: WrittenCell[] = [
    ...record.columns.map(({ header: text }) => flatHeader(text)),
    ...besideName,
    words.row,
    words.reason,
  ].map((text) => ({ text, mark: 'header' }));
  const rows = faulty.map((row): WrittenCell[] => {
    const cells = record.columns.map(({ column }): WrittenCell => ({
      text: row.fixes[String(column)] ?? shownAt(record, row, column),
      ...(row.faults.some((fault) => columnOfFault(record, fault) === column) ? { mark: 'fault' as const } : {}),
    }));
    const reasons = row.faults
      .map((fault) => faultView(record, row, fault, locale))
      .flatMap(({ column, message, params }) => [
        column ? `${column} ${message}` : message,
        ...choicesIn(params, locale),
      ]);
    return [
      ...cells,
      ...besideName.map((): WrittenCell => ({ text: row.fixes[BESIDE] ?? '' })),
      { text: String(row.row) },
      { text: reasons.join('\n'), mark: 'fault' },
    ];
  });
  return writeInThread({
    name: words.sheet,
    rows: [header, ...rows],
    widths: [...record.columns.map(() => 16), ...besideName.map(() => 18), 10, 48],
    headerRows: 1,
  });
}
