import { deflateRawSync } from 'node:zlib';
import { imports } from '@crm/api-contract/imports';
import { readSpreadsheet } from '@crm/platform/spreadsheet';
import { Client } from '../servers/client.js';
import { LEDGER, formOf, ledgerFile, settled, uploaded } from '../servers/importing.js';
import { startProduct, type Product } from '../servers/product.js';

/** A zip written by hand: its entries may contain false sizes, which no packer would write. */
function zipOf(parts: readonly { name: string; packed: Buffer; says: number }[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, packed, says } of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.byteLength, 18);
    local.writeUInt32LE(says, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.byteLength, 20);
    central.writeUInt32LE(says, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    centrals.push(central, Buffer.from(name));
    at += 30 + name.length + packed.byteLength;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.byteLength, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const part = (name: string, text: string | Buffer, says?: number) => ({
  name,
  packed: deflateRawSync(text, { level: 9 }),
  says: says ?? text.length,
});
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const workbookOf = (sheet: string | Buffer, says?: number): Buffer =>
  zipOf([
    part(
      'xl/workbook.xml',
      `<workbook xmlns:r="${relationship}"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="r1" Type="${relationship}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part('xl/worksheets/sheet1.xml', sheet, says),
  ]);

const rows = (n: number, cells: (row: number) => string): string =>
  `<worksheet><sheetData>${Array.from({ length: n }, (_, row) => `<row r="${row + 1}">${cells(row + 1)}</row>`).join('')}</sheetData></worksheet>`;
const ledger = ledgerFile(LEDGER);

describe('hostile files', () => {
  let product: Product;
  let manager: Client;
  beforeAll(async () => {
    product = await startProduct();
    manager = await Client.signedIn(product, 'manager');
  });
  afterAll(() => product?.stop());

  it.each<[string, Buffer, number, string]>([
    ['no byte', Buffer.alloc(0), 422, 'sheet.empty'],
    ['.xls called .xlsx', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 422, 'sheet.old-format'],
    [
      'a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      422,
      'sheet.encrypted',
    ],
    ['cut off', ledger.subarray(0, ledger.byteLength - 400), 422, 'sheet.damaged'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 422, 'sheet.format'],
    ['another kind of zip', zipOf([part('content.xml', '<x/>')]), 422, 'sheet.format'],
    ['1,001 parts', zipOf(Array.from({ length: 1_001 }, (_, n) => part(`xl/${n}`, ''))), 422, 'sheet.too-large'],
    ['51 MB', Buffer.alloc(51 * 1024 * 1024, 'a,'), 413, 'upload.too-large'],
  ])('%s is refused at the door', async (_case, content, status, code) => {
    expect(await manager.refused(imports.create, formOf('contract-ledger', '台账.xlsx', content))).toMatchObject({
      status,
      code,
    });
  });

  it.each<[string, () => Buffer, string]>([
    ['30 KB that unpack to 30 MB', () => workbookOf(Buffer.alloc(30_000_000, ' ')), 'sheet.too-large'],
    ['a part that lies about its size', () => workbookOf(Buffer.alloc(30_000_000, ' '), 100), 'sheet.too-large'],
    [
      'a document type with entities',
      () =>
        workbookOf(
          '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
        ),
      'sheet.dtd',
    ],
    ['16,384 columns', () => workbookOf(rows(1, () => '<c r="XFD1"><v>1</v></c>')), 'sheet.too-large'],
    ['50,001 rows', () => workbookOf(rows(50_001, (row) => `<c r="A${row}"><v>${row}</v></c>`)), 'sheet.too-large'],
    ['broken inside', () => workbookOf('<worksheet><sheetData><row>'), 'sheet.damaged'],
  ])('%s makes the import fail in words, and only it', async (_case, content, code) => {
    const record = await uploaded(manager, 'contract-ledger', '台账.xlsx', content());
    expect(record).toMatchObject({ status: 'failed', failure: { code } });
    expect(record.failure!.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('a hundred thousand empty rows at the end, and a zip in a zip, do no harm', async () => {
    const empty = Array.from({ length: 100_000 }, (_, n) => `<row r="${n + 9}"><c r="A${n + 9}" s="1"/></row>`).join(
      '',
    );
    expect(
      await uploaded(
        manager,
        'contract-ledger',
        '空.xlsx',
        workbookOf(
          `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>${empty}</sheetData></worksheet>`,
        ),
      ),
    ).toMatchObject({ status: 'needs-mapping' });
    expect(
      await uploaded(manager, 'contract-ledger', '套.xlsx', zipOf([part('xl/workbook.xml', ledger)])),
    ).toMatchObject({ status: 'failed', failure: { code: 'sheet.damaged' } });
  });

  it('what looks like a formula stays a text, in the sheet and in the error workbook', async () => {
    const csv = [
      '项目名称,投资企业,统一社会信用代码,产业,落户园区,签约时间,用地面积（亩）',
      `=cmd|'/c calc'!A1,<script>alert(1)</script>,91460100MA56UBF00A,先进制造,美安,2021-03-11,20`,
    ].join('\n');
    const record = await uploaded(manager, 'contract-ledger', '公式.csv', Buffer.from(csv));
    expect(record.errors).toMatchObject([{ code: 'uscc.check' }]);
    const bytes = Buffer.from(
      await (await manager.raw(imports.errorWorkbook, undefined, { params: { id: record.id } })).arrayBuffer(),
    );
    const [, row] = readSpreadsheet(bytes).sheets[0]!.rows;
    expect(row!.cells.slice(0, 2)).toEqual([
      { column: 0, type: 'text', text: "=cmd|'/c calc'!A1" },
      { column: 1, type: 'text', text: '<script>alert(1)</script>' },
    ]);
  });

  it('an upload broken off leaves nothing', async () => {
    const before = await product.database.query('SELECT count(*)::int AS n FROM import_file');
    const boundary = 'x'.repeat(20);
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="kind"\r\n\r\ncontract-ledger\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n`;
    expect(
      await manager.refused(imports.create, undefined, { headers: { 'content-type': 'text/plain' } }),
    ).toMatchObject({ status: 415 });
    const response = await fetch(`${product.baseUrl}/api/v1/imports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${manager.token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body: head + 'PK',
    });
    expect([400, 422]).toContain(response.status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await product.database.query('SELECT count(*)::int AS n FROM import_file')).toEqual(before);
  });

  it('afterwards the worker reads an honest ledger, and the API answers', async () => {
    expect(product.workerPid).toBeDefined();
    const record = await uploaded(manager, 'contract-ledger', LEDGER);
    expect(record).toMatchObject({ status: 'checked', counts: { valid: 32, invalid: 6 } });
    expect((await settled(manager, record.id)).status).toBe('checked');
  });
});
