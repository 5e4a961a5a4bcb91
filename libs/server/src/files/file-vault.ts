import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@crm/platform/config';

/** A file on its way in carries this; one that keeps it was never whole. */
const UNFINISHED = '.part';

/** The bytes, below DATA_DIR/files by the id of their record; no name a person typed ever names a place on the disk. */
@Injectable()
export class FileVault {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDir'>) {
    this.root = join(config.dataDir, 'files');
  }

  /** Whole and on the disk before it is called by its name. */
  async put(id: string, content: Uint8Array): Promise<void> {
    const place = this.placeOf(id);
    await mkdir(this.folderOf(id), { recursive: true });
    const file = await open(place + UNFINISHED, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(place + UNFINISHED, place);
  }

  async read(id: string): Promise<Readable> {
    await stat(this.placeOf(id));
    return createReadStream(this.placeOf(id));
  }

  async drop(id: string): Promise<void> {
    await rm(this.placeOf(id), { force: true });
    await rm(this.placeOf(id) + UNFINISHED, { force: true });
  }

  /** Ids that lie here and were last written before `before`. */
  async *older(before: Date): AsyncGenerator<string[]> {
    for (const folder of await readdir(this.root).catch(() => [])) {
      const ids = new Set<string>();
      for (const name of await readdir(join(this.root, folder)).catch(() => [])) {
        const known = await stat(join(this.root, folder, name)).catch(() => undefined);
        if (known?.isFile() && known.mtime < before) ids.add(name.replace(UNFINISHED, ''));
      }
      if (ids.size > 0) yield [...ids];
    }
  }

  // By the last two letters of the id: the first ones are the clock's, and all of a day would share a folder.
  private folderOf = (id: string): string => join(this.root, id.slice(-2));
  private placeOf = (id: string): string => join(this.folderOf(id), id);
}
