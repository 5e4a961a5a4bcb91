// `node ../stack/bundle.mjs` in the folder of a program (apps/api, apps/worker), after its modules are compiled: puts
// each program of it into one file. Node opens two thousand files otherwise, which is most of a start (ADR 0045).
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from './nx.mjs';

/** Ours, and packages of many small modules. The others are loaded from node_modules as before. */
const INSIDE = /^(@crm|@nestjs|es-toolkit|libphonenumber-js|pinyin-pro|rxjs|uuid|zod)(\/|$)/;
/** Nest asks for these and goes on without them. */
const OPTIONAL = /^@nestjs\/(microservices|websockets|platform-express)(\/|$)/;
const MODULES = join(process.cwd(), 'dist/modules');
/** Each runs in a thread of its own, beside the program that starts it. */
const THREADS = Object.fromEntries(
  ['reading-thread', 'writing-thread'].map((name) => [name, join(ROOT, `libs/platform/dist/spreadsheet/${name}.js`)]),
);

/** A program is a module that nobody imports: those that start something by themselves. */
const programs = readdirSync(MODULES).filter((name) =>
  /^(main|migrate|seed|clear-demo|create-admin|setup-link|openapi)\.js$/.test(name),
);

for (const name of readdirSync('dist')) if (/\.js(\.map)?$/.test(name)) rmSync(join('dist', name));

const bundle = await rolldown({
  cwd: process.cwd(),
  platform: 'node',
  input: {
    ...Object.fromEntries(programs.map((name) => [name.replace(/\.js$/, ''), join(MODULES, name)])),
    ...THREADS,
  },
  external: (id) =>
    !id.startsWith('.') && !id.startsWith('/') && (isBuiltin(id) || !INSIDE.test(id) || OPTIONAL.test(id)),
  plugins: [{ name: 'maps', load: withItsMap }],
});
await bundle.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // The names of classes are told in logs and refusals.
  keepNames: true,
  sourcemap: true,
});

/**
 * The map of a compiled module leads to its TypeScript, so that a stack does too. A package has none: its stack ends at
 * its own code.
 * @param {string} id
 */
function withItsMap(id) {
  if (!id.endsWith('.js') && !id.endsWith('.mjs')) return null;
  const code = readFileSync(id, 'utf8');
  const map = `${id}.map`;
  if (id.includes('/node_modules/') || !existsSync(map)) return { code, map: { mappings: '' } };
  return { code, map: JSON.parse(readFileSync(map, 'utf8')) };
}
