// What the browser loads until the list of leads stands: `node test/load/first-load.mjs`. It builds the web into a
// temporary folder with its manifest, follows the static imports of the entry, of the page and of what every page
// opens, and adds the words of one language; each file as gzip -9 makes it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 350;
const web = join(import.meta.dirname, '../../apps/web');
const vite = join(dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')), 'bin/vite.js');

/** Imported by index.html's script or opened by every page: the news of imports. */
const opened = ['index.html', 'src/leads/LeadList.tsx', 'src/imports/ImportNews.tsx'];
const words = { zh: ['src/app/words/first.zh.ts'], en: ['src/app/words/first.en.ts'] };

function filesOf(manifest, entries) {
  const seen = new Set();
  const files = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  entries.forEach(visit);
  return [...files];
}

const out = mkdtempSync(join(tmpdir(), 'first-load-'));
try {
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--manifest', '--outDir', out, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: web, env: { ...process.env, NODE_ENV: 'production' }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'));
  const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
  const gzipped = (file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length;
  for (const [locale, own] of Object.entries(words)) {
    const sizes = filesOf(manifest, [...opened, ...own]).map((file) => [gzipped(file), file]);
    const total = sizes.reduce((sum, [size]) => sum + size, 0);
    console.log(`${locale}: ${kB(total)} kB gzip in ${sizes.length} files, at most ${LIMIT_KB}`);
    for (const [size, file] of sizes.toSorted(([a], [b]) => b - a).slice(0, 8)) console.log(`${kB(size)}  ${file}`);
    if (total > LIMIT_KB * 1000) process.exitCode = 1;
  }
} finally {
  rmSync(out, { recursive: true });
}
