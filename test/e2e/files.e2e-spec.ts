import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { actuals } from '@crm/api-contract/commitments';
import { files } from '@crm/api-contract/files';
import { Client } from '../servers/client.js';
import { attached, docxOf, paperForm, pdfOf, zipped } from '../servers/papers.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe('files', () => {
  let product: Product;
  let zone: Zone;
  let contractId: string;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
    contractId = (await zone.draft()).id;
  });
  afterAll(() => product?.stop());

  const of = (subjectType: string, subjectId: string, who = zone.officer) =>
    who.call(files.list, undefined, { query: { filter: { subjectType, subjectId } } });
  const onDisk = (): string[] =>
    readdirSync(join(product.dataDir, 'files'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => name)
      .sort();

  it('a scan is kept with its contract and comes back byte for byte, to be saved and never shown', async () => {
    const content = pdfOf('第一份');
    const kept = await zone.officer.call(
      files.attach,
      paperForm('contract', contractId, '对赌合同（扫描）.pdf', content, '双方盖章') as never,
    );
    expect(kept).toMatchObject({
      name: '对赌合同（扫描）.pdf',
      kind: 'pdf',
      mediaType: 'application/pdf',
      bytes: content.byteLength,
      sha256: createHash('sha256').update(content).digest('hex'),
      note: '双方盖章',
      contractId,
      removable: true,
      removed: null,
      version: 1,
    });
    expect((await of('contract', contractId)).data.map(({ id }) => id)).toEqual([kept.id]);

    const saved = await zone.manager.raw(files.content, undefined, { params: { id: kept.id } });
    expect(Buffer.from(await saved.arrayBuffer()).equals(content)).toBe(true);
    expect(
      Object.fromEntries(
        [
          'content-type',
          'content-disposition',
          'content-security-policy',
          'x-content-type-options',
          'cache-control',
        ].map((name) => [name, saved.headers.get(name)]),
      ),
    ).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('对赌合同（扫描）.pdf')}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(onDisk()).toContain(kept.id);
    const audit = await product.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject = 'file' AND subject_id = $1 ORDER BY seq`,
      [kept.id],
    );
    expect(audit).toEqual([{ action: 'insert' }, { action: 'download' }]);
  });

  const jpeg = Buffer.concat([
    Buffer.from('ffd8ffe000104a464946', 'hex'),
    Buffer.alloc(40),
    Buffer.from('ffd9', 'hex'),
  ]);
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    Buffer.alloc(30),
    Buffer.from('IEND\xaeB`\x82', 'latin1'),
  ]);
  it.each<[string, Buffer, string]>([
    ['照片.jpg', jpeg, 'jpeg'],
    ['扫描.PNG', png, 'png'],
    ['合同.docx', docxOf(), 'docx'],
    ['台账.xlsx', zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }), 'xlsx'],
    ['公文.ofd', zipped({ 'OFD.xml': '<ofd:OFD/>' }), 'ofd'],
    ['说明.txt', Buffer.from('到位资金说明'), 'text'],
    ['流水.csv', Buffer.from('c8d5c6da2cbdf0b6ee0a', 'hex'), 'csv'],
  ])('%s is taken', async (name, content, kind) => {
    expect(
      await zone.officer.call(files.attach, paperForm('contract', (await zone.draft()).id, name, content) as never),
    ).toMatchObject({ name, kind });
  });

  it.each<[string, Buffer, string, string]>([
    ['现场照片.pdf', jpeg, 'jpeg', '现场照片.jpg'],
    ['合同.jpg', pdfOf(), 'pdf', '合同.pdf'],
    ['扫描.heic', png, 'png', '扫描.png'],
    ['台账.docx', zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }), 'xlsx', '台账.xlsx'],
    ['扫描件.pdf', Buffer.concat([pdfOf('尾部'), Buffer.alloc(3_000, 0)]), 'pdf', '扫描件.pdf'],
  ])('%s is kept as what it is', async (name, content, kind, kept) => {
    expect(
      await zone.officer.call(files.attach, paperForm('contract', (await zone.draft()).id, name, content) as never),
    ).toMatchObject({ name: kept, kind });
  });

  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  it.each<[string, string, Buffer, string]>([
    ['no byte', 'a.pdf', Buffer.alloc(0), 'file.empty'],
    ['a page', 'a.html', page, 'file.type'],
    ['a page called a text', 'a.txt', page, 'file.content'],
    ['a page called a scan', 'a.pdf', page, 'file.content'],
    [
      'a drawing with a script',
      'a.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'file.type',
    ],
    ['a drawing called a picture', 'a.png', Buffer.from('<svg/>'), 'file.content'],
    ['a program', 'a.exe', Buffer.from('MZ'), 'file.type'],
    ['a program called a scan', 'a.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'file.kind'],
    ['a photo of a phone', '现场.jpg', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'file.kind'],
    [
      'a scan that is a page besides',
      'a.pdf',
      Buffer.concat([Buffer.from('%PDF-1.4\n<html><script>1</script>'), pdfOf()]),
      'file.content',
    ],
    ['a scan with an archive behind it', 'a.pdf', Buffer.concat([pdfOf(), zipped({ 'a.class': 'x' })]), 'file.content'],
    ['a picture with an archive behind it', 'a.jpg', Buffer.concat([jpeg, zipped({ 'a.class': 'x' })]), 'file.content'],
    ['a document with macros', 'a.docx', docxOf({ 'word/vbaProject.bin': 'x' }), 'file.macros'],
    ['a document that climbs', 'a.docx', docxOf({ '../../etc/passwd': 'x' }), 'file.content'],
    ['another archive called a document', 'a.docx', zipped({ 'a.txt': 'x' }), 'file.content'],
    ['a document cut off', 'a.docx', docxOf().subarray(0, 60), 'file.content'],
    [
      'what every scanner knows',
      'a.txt',
      Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
      'file.content',
    ],
    ['a name that reads backwards', 'cod\u202Efdp.pdf', pdfOf(), 'upload.name'],
    ['a name of 5,000 letters', `${'长'.repeat(5_000)}.pdf`, pdfOf(), 'upload.name'],
  ])('%s is refused, and nothing is left', async (_case, name, content, code) => {
    const before = onDisk();
    const problem = await zone.officer.refused(files.attach, paperForm('contract', contractId, name, content));
    expect(problem).toMatchObject({ status: 422, code });
    expect(problem.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(onDisk()).toEqual(before);
  });

  it('26 MB are too many, and a body that breaks off leaves nothing', async () => {
    const before = onDisk();
    expect(
      await zone.officer.refused(
        files.attach,
        paperForm('contract', contractId, '大.pdf', Buffer.alloc(26 * 1024 * 1024, 'a')),
      ),
    ).toMatchObject({ status: 413, code: 'upload.too-large' });
    const boundary = 'x'.repeat(20);
    const part = (name: string, text: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
    const body = `${part('subjectType', 'contract')}${part('subjectId', contractId)}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4`;
    const response = await fetch(`${product.baseUrl}/api/v1/files`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${zone.officer.token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body,
    });
    expect([400, 422]).toContain(response.status);
    expect(onDisk()).toEqual(before);
  });

  it('the path a name brings is dropped, and the same content hangs there once', async () => {
    const { id } = await zone.draft();
    expect(await attached(zone.officer, 'contract', id, '..\\..\\windows\\合同.pdf')).toMatchObject({
      name: '合同.pdf',
    });
    expect(await zone.officer.refused(files.attach, paperForm('contract', id, '又一份.pdf', pdfOf()))).toMatchObject({
      status: 409,
      code: 'file.duplicate',
    });
    expect((await of('contract', id)).total).toBe(1);
  });

  it('no more than fifty hang on one record, however many come at once', async () => {
    const { id } = await zone.draft();
    for (let n = 1; n < 50; n += 1) await attached(zone.officer, 'contract', id, `${n}.pdf`, pdfOf(String(n)));
    const answers = await Promise.all(
      [101, 102, 103].map((n) =>
        zone.officer.raw(files.attach, paperForm('contract', id, `${n}.pdf`, pdfOf(String(n)))),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('hangs on what the contract holds too, and the contract finds them all', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    const figure = await zone.officer.call(actuals.create, {
      contractId: id,
      indicator: 'tax',
      year: 2024,
      value: { value: '1500', unit: 'wan' },
      source: 'firm',
    });
    await attached(zone.officer, 'actual', figure.id, '完税证明.pdf', pdfOf('完税'));
    await attached(zone.officer, 'contract', id, '合同.pdf', pdfOf('合同'));
    const all = await zone.manager.call(files.list, undefined, { query: { filter: { contractId: id }, sort: 'name' } });
    expect(all.data.map(({ subjectType, name }) => [subjectType, name]).sort()).toEqual([
      ['actual', '完税证明.pdf'],
      ['contract', '合同.pdf'],
    ]);
    const named = async (q: string) =>
      (await zone.manager.call(files.list, undefined, { query: { filter: { contractId: id, q } } })).data.map(
        ({ name }) => name,
      );
    expect(await named(' 完税\u200B　证明．ＰＤＦ')).toEqual(['完税证明.pdf']);
    expect([await named('%'), await named('完_证')]).toEqual([[], []]);
  });

  it('whoever may not know of the contract may not know of its files', async () => {
    const kept = await attached(zone.officer, 'contract', (await zone.draft()).id);
    const { secretary } = zone;
    for (const refused of [
      secretary.refused(files.content, undefined, { params: { id: kept.id } }),
      secretary.refused(files.list, undefined, {
        query: { filter: { subjectType: 'contract', subjectId: kept.subjectId } },
      }),
      secretary.refused(files.list, undefined, { query: { filter: { contractId: kept.subjectId } } }),
      secretary.refused(files.attach, paperForm('contract', kept.subjectId, 'a.pdf', pdfOf('x'))),
      secretary.refused(files.remove, { reason: '试' }, { params: { id: kept.id }, version: 1 }),
      zone.officer.refused(
        files.attach,
        paperForm('contract', '01234567-89ab-7def-8123-456789abcdef', 'a.pdf', pdfOf()),
      ),
    ])
      expect(await refused).toMatchObject({ status: 404, code: 'record.absent' });
    expect((await Client.stranger(product).raw(files.content, undefined, { params: { id: kept.id } })).status).toBe(
      401,
    );
    expect(await zone.officer.refused(files.list, undefined, { query: { filter: {} } })).toMatchObject({
      code: 'file.subject',
    });
  });

  it('taken off by whom it may be, with a reason; marked, kept, and shown to those who answer for it', async () => {
    const { id: subject } = await zone.draft();
    const [own, foreign] = [
      await attached(zone.officer, 'contract', subject),
      await attached(zone.manager, 'contract', subject, '决定.pdf', pdfOf('决定')),
    ];
    expect(
      await zone.officer.refused(files.remove, { reason: '传错了' }, { params: { id: foreign.id }, version: 1 }),
    ).toMatchObject({ status: 403, code: 'access.scope' });
    expect((await of('contract', subject)).data.find(({ id }) => id === foreign.id)?.removable).toBe(false);
    expect(
      await zone.officer.refused(files.remove, { reason: '' }, { params: { id: own.id }, version: 1 }),
    ).toMatchObject({ status: 422 });
    expect(
      await zone.officer.refused(files.remove, { reason: '传错了' }, { params: { id: own.id }, version: 7 }),
    ).toMatchObject({ status: 412 });
    expect(
      await zone.officer.call(files.remove, { reason: '传错了' }, { params: { id: own.id }, version: 1 }),
    ).toMatchObject({ removed: { reason: '传错了', by: { name: expect.any(String) } }, removable: false });
    expect(
      await zone.manager.refused(files.remove, { reason: '再来' }, { params: { id: own.id }, version: 2 }),
    ).toMatchObject({ status: 409, code: 'file.removed' });
    expect((await of('contract', subject)).data.map(({ id }) => id)).toEqual([foreign.id]);
    expect((await zone.officer.raw(files.content, undefined, { params: { id: own.id } })).status).toBe(404);
    expect(onDisk()).toContain(own.id);
    const removed = await zone.manager.call(files.list, undefined, {
      query: { filter: { contractId: subject, removed: true } },
    });
    expect(removed.data.map(({ id }) => id)).toEqual([own.id]);
    expect((await zone.manager.raw(files.content, undefined, { params: { id: own.id } })).status).toBe(200);
    // The same content can be attached again after it was removed.
    expect(await attached(zone.officer, 'contract', subject)).toMatchObject({ removed: null });
  });
});
