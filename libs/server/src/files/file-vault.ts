import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@crm/platform/config';

/** An incoming file has this suffix; a file that keeps it was never complete. */
const UNFINISHED = '.part';

/** File contents, below DATA_DIR/files by the id of their record. No typed name becomes a path on the disk. */
@Injectable()
export class FileVault {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDir'>) {
    this.root = join(config.dataDir, 'files');
  }

  /** The file gets its final name only after it is complete and on the disk. */
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

  /** Ids stored here and last written before `before`. */
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

  // By the last two letters of the id: the first letters come from the clock, so all files of a day would share a
  // folder.
  private folderOf = (id: string): string => join(this.root, id.slice(-2));
  private placeOf = (id: string): string => join(this.folderOf(id), id);
}
