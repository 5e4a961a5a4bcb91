import { storedName } from '../enterprises/index.js';
import { Refusal, isRefusal } from '../refusal/index.js';

/** Code points of a file name. */
export const LONGEST_FILE_NAME = 200;

/**
 * The last part of the path that a browser or a script sends. It names the record and is never a path on the disk.
 * Refuses `upload.name`.
 */
export function fileNameOf(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  try {
    return storedName(last, LONGEST_FILE_NAME).name;
  } catch (error) {
    if (isRefusal(error)) throw new Refusal('upload.name', {});
    throw error;
  }
}
