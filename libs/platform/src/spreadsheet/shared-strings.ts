import type { Unpacker, ZipEntry } from './zip.js';
import { readXml, unescaped } from './xml.js';

/** Collects the runs of one text; the phonetic guide of Asian text (`rPh`) is not part of it. */
export class TextRuns {
  private collected = '';
  private inRun = false;
  private inReadingAid = false;

  open(name: string): void {
    if (name === 'rPh') this.inReadingAid = true;
    else if (name === 't') this.inRun = !this.inReadingAid;
  }

  text(text: string): void {
    if (this.inRun) this.collected += text;
  }

  close(name: string): void {
    if (name === 't') this.inRun = false;
    else if (name === 'rPh') this.inReadingAid = false;
  }

  take(): string {
    const text = unescaped(this.collected);
    this.collected = '';
    return text;
  }
}

export function readSharedStrings(unpacker: Unpacker, entry: ZipEntry): string[] {
  const strings: string[] = [];
  const runs = new TextRuns();
  readXml(unpacker, entry, {
    open: (name) => runs.open(name),
    text: (text) => runs.text(text),
    close(name) {
      runs.close(name);
      if (name === 'si') strings.push(runs.take());
    },
  });
  return strings;
}
