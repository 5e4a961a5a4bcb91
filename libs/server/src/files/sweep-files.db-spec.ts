import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '@crm/platform/clock';
import { newId } from '@crm/platform/db';
import { openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { FileVault } from './file-vault.js';
import { SweepFilesService } from './sweep-files.service.js';

describe('bytes without a record', () => {
  let opened: OpenedDatabase;
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-files-'));
  beforeAll(async () => {
    opened = await openedDatabase();
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('go after a day; those with a record stay, taken off or not, and so does an upload of today', async () => {
    const vault = new FileVault({ dataDir });
    const [kept, removed, lost, today] = [newId(), newId(), newId(), newId()] as [string, string, string, string];
    for (const id of [kept, removed, lost, today]) await vault.put(id, Buffer.from('x'));
    const place = (id: string) => join(dataDir, 'files', id.slice(-2), id);
    for (const id of [kept, removed, lost]) utimesSync(place(id), new Date('2026-01-01'), new Date('2026-01-01'));
    await opened.database.transaction('system:test', async (tx) => {
      for (const [id, at] of [
        [kept, null],
        [removed, new Date()],
      ] as const) {
        await tx.run(
          `INSERT INTO file (id, subject_type, subject_id, name, kind, bytes, sha256, removed_at, removed_reason)
           VALUES ($1, 'contract', $1, 'a.pdf', 'pdf', 1, $2, $3, $4)`,
          [id, id, at, at && '传错了'],
        );
      }
    });
    const sweeper = new SweepFilesService(opened.database, new SystemClock('Asia/Shanghai'), vault);
    expect(await sweeper.sweep()).toBe(1);
    expect(await sweeper.sweep()).toBe(0);
    const left = readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => name);
    expect(left.sort()).toEqual([kept, removed, today].sort());
  });

  it('nothing there is nothing to do', async () => {
    expect(
      await new SweepFilesService(
        opened.database,
        new SystemClock('Asia/Shanghai'),
        new FileVault({ dataDir: join(dataDir, 'none') }),
      ).sweep(),
    ).toBe(0);
  });
});
