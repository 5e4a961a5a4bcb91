import { strToU8, zipSync } from 'fflate';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface PackageParts {
  readonly sheets?: Readonly<Record<string, string>>;
  readonly workbookPr?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly states?: Readonly<Record<string, string>>;
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

/** Packs a workbook from the inner XML of its sheets, for specs that need one no office program would write. */
export function packed({
  sheets = { 表一: '<sheetData/>' },
  workbookPr = '<workbookPr/>',
  strings,
  styles,
  states = {},
  more = {},
}: PackageParts): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${relationship}">${workbookPr}<sheets>${names.map((name, n) => `<sheet name="${name}" state="${states[name] ?? 'visible'}" r:id="s${n}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((_, n) => `<Relationship Id="s${n}" Type="${relationship}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="t" Type="${relationship}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${relationship}/styles" Target="/xl/styles.xml"/></Relationships>`,
    ),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`) }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`) }),
  };
  for (const [n, name] of names.entries())
    parts[`xl/worksheets/sheet${n}.xml`] = strToU8(
      sheets[name]!.startsWith('<!') || sheets[name]!.startsWith('<?')
        ? sheets[name]!
        : `<worksheet>${sheets[name]}</worksheet>`,
    );
  return zipSync({ ...parts, ...more }, { level: 9 });
}

export const rowOf = (number: number, ...cells: string[]): string => `<row r="${number}">${cells.join('')}</row>`;
export const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
