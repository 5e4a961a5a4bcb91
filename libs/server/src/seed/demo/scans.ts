import { crc32, deflateSync } from 'node:zlib';
import type { Database } from '@crm/platform/db';
import { FixedClock } from '@crm/platform/clock';
import { FileSubjects, FileVault, FilesService } from '../../files/index.js';
import { actorNamed } from './actors.js';

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** One A4 page, in the Song typeface that every PDF reader has for Chinese. */
function pageOf(lines: readonly string[]): Buffer {
  const text = `BT /F1 16 Tf 72 740 Td 30 TL ${lines.map((line) => `<${hex(line)}> Tj T*`).join(' ')} ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.from(
    `${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A site plan of plain rectangles: grey ground, lighter plots, roads one pixel wide. */
function planOf(width = 480, height = 320): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: width }, (_x, x) =>
        x % 80 === 0 || y % 64 === 0 ? 90 : 200 + ((((x / 80) | 0) * 7 + ((y / 64) | 0) * 5) % 40),
      ),
    ]),
  );
  const chunk = (type: string, data: Buffer): Buffer => {
    const [body, sized, checked] = [Buffer.concat([Buffer.from(type), data]), Buffer.alloc(4), Buffer.alloc(4)];
    sized.writeUInt32BE(data.length);
    checked.writeUInt32BE(crc32(body));
    return Buffer.concat([sized, body, checked]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const CONTRACTS = 3;

/**
 * Files of pending cases and of some contracts of 2021, marked as demo, stored below `dataDir` like any other.
 * Repeating it changes nothing.
 */
export async function seedScans(database: Database, dataDir: string, today: string): Promise<void> {
  if (await database.read((rows) => rows.one('SELECT 1 FROM file WHERE demo LIMIT 1'))) return;
  const subjects = new FileSubjects();
  subjects.register('contract', async (_rows, _actor, id) => ({ contractId: id }));
  const files = new FilesService(
    database,
    subjects,
    new FileVault({ dataDir }),
    new FixedClock(`${today}T10:00:00+08:00`),
  );
  const officer = await actorNamed(database, 'officer');
  const contracts = await database.read((rows) =>
    rows.rows<{ id: string; number: string; project: string; firm: string; open: boolean }>(
      `(
         SELECT c.id, c.number, j.name AS project, e.name AS firm, true AS open
         FROM contract c
         JOIN investment_project j ON j.id = c.project_id
         JOIN enterprise e ON e.id = c.enterprise_id
         WHERE c.demo AND c.kind = 'performance' AND c.status = 'in-review'
         ORDER BY c.number
       )
       UNION ALL
         (
           SELECT c.id, c.number, j.name, e.name, false
           FROM contract c
           JOIN investment_project j ON j.id = c.project_id
           JOIN enterprise e ON e.id = c.enterprise_id
           WHERE c.demo AND c.kind = 'performance' AND c.signed_on BETWEEN '2021-01-01' AND '2021-12-31'
           ORDER BY c.signed_on, c.number
           LIMIT ${CONTRACTS}
         )`,
    ),
  );
  for (const { id, number, project, firm, open } of contracts) {
    const scan = pageOf([
      project,
      `${firm}　${number}`,
      open ? '产业项目发展和用地准入协议（送审稿）' : '产业项目发展和用地准入协议',
      '（演示文件）',
    ]);
    await files.attach(officer, {
      subjectType: 'contract',
      subjectId: id,
      fileName: `${number} ${open ? '送审稿' : '合同正本'}.pdf`,
      content: scan,
    });
    await files.attach(officer, {
      subjectType: 'contract',
      subjectId: id,
      fileName: '用地红线图.png',
      content: planOf(),
      note: '示意',
    });
  }
  await database.transaction('system:seed', (tx) => tx.run('UPDATE file SET demo = true, version = version + 1'));
}
