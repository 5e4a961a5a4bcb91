import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../../apps/stack/builds.mjs';
import { inPassing } from '../../apps/stack/processes.mjs';

const CACHE = join(ROOT, 'node_modules', '.cache', 'zhaoshang-crm');

/**
 * @param {string} tool
 * @param {string[]} args
 * @param {string} [cwd]
 * @returns {Promise<{ code: number | null, said: string }>}
 */
function run(tool, args, cwd = ROOT) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NO_COLOR: '1' };
    const child = inPassing(
      spawn(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** The projects of the workspace with a target of that name. @param {string} target */
function projectsWith(target) {
  const folders = ['apps', 'libs']
    .flatMap((kind) => readdirSync(join(ROOT, kind)).map((name) => `${kind}/${name}`))
    .concat('test');
  return folders
    .map((folder) => ({ folder, file: join(ROOT, folder, 'project.json') }))
    .filter(({ file }) => existsSync(file))
    .map(({ folder, file }) => ({
      folder,
      command: JSON.parse(readFileSync(file, 'utf8')).targets?.[target]?.options?.command ?? '',
    }))
    .filter(({ folder, command }) => command !== '' && (folder === 'test' || existsSync(join(ROOT, folder, 'src'))));
}

/** ESLint over the whole tree; one check per project, and one for the files at the root. */
export async function lint() {
  // The boundary rule reads Nx's graph from its cache, and without one lets everything pass.
  const graph = await run('nx/dist/bin/nx.js', ['show', 'projects']);
  if (graph.code !== 0) return { passed: 0, failed: 1, note: `Nx: ${graph.said.trim().slice(-800)}` };
  const file = join(CACHE, 'eslint.json');
  mkdirSync(CACHE, { recursive: true });
  rmSync(file, { force: true });
  const linted = await run('eslint/bin/eslint.js', [
    '.',
    '--max-warnings',
    '0',
    '--format',
    'json',
    '--output-file',
    file,
  ]);
  if (/rule will be skipped/.test(linted.said))
    return { passed: 0, failed: 1, note: 'the module boundary rule had no project graph and was skipped' };
  if (!existsSync(file)) return { passed: 0, failed: 1, note: linted.said.trim().slice(-800) };
  /** @type {Map<string, number>} */
  const problems = new Map();
  for (const { filePath, messages } of JSON.parse(readFileSync(file, 'utf8'))) {
    const path = relative(ROOT, filePath);
    const group = /^(apps|libs)\/[^/]+|^[^/]+(?=\/)/.exec(path)?.[0] ?? '.';
    problems.set(group, (problems.get(group) ?? 0) + messages.length);
    for (const { line, column, message, ruleId } of messages)
      process.stdout.write(`  ✗ ${path}:${line}:${column}  ${message}  (${ruleId})\n`);
  }
  const failed = [...problems.values()].filter((count) => count > 0).length;
  return {
    passed: problems.size - failed,
    failed: failed || (linted.code === 0 ? 0 : 1),
    note: failed || linted.code === 0 ? '' : linted.said.trim().slice(-800),
  };
}

/** tsc over every project, two at a time; one check per project. What did not change since is not checked again. */
export async function types() {
  const left = projectsWith('typecheck');
  let passed = 0;
  let failed = 0;
  const lane = async () => {
    for (let project = left.shift(); project !== undefined; project = left.shift()) {
      const info = join(CACHE, `${project.folder.replace('/', '-')}.tsbuildinfo`);
      const args = project.command.split(' ').slice(1);
      const { code, said } = await run(
        'typescript/bin/tsc',
        [...args, '--incremental', '--tsBuildInfoFile', info],
        join(ROOT, project.folder),
      );
      process.stdout.write(`  ${code === 0 ? '✓' : '✗'} ${project.folder}\n`);
      if (code === 0) passed += 1;
      else {
        failed += 1;
        process.stdout.write(
          `${said
            .trim()
            .split('\n')
            .map((line) => `    ${line}`)
            .join('\n')}\n`,
        );
      }
    }
  };
  await Promise.all([lane(), lane()]);
  return { passed, failed, note: '' };
}
