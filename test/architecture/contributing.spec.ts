import { execFileSync } from 'node:child_process';
import { ROOT, textOf } from './source-files.js';

const commands = [...textOf('CONTRIBUTING.md').matchAll(/^(np[mx] [^#\n]+)/gm)].map(([, command = '']) =>
  command.trim(),
);
const narrowed = commands.filter((command) => command.startsWith('npm test -- '));
const nx = commands.filter((command) => command.startsWith('npx nx '));
const scripts = commands.filter((command) => command.startsWith('npm run '));

/** A task of Nx that starts Nx is no part of the outer run. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NX_')));
const run = (command: string): string => {
  const [program = '', ...args] = command.split(' ');
  return execFileSync(program, args, { cwd: ROOT, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
};

describe('the commands of CONTRIBUTING', () => {
  it('are of these kinds', () => {
    expect(commands.length).toBeGreaterThan(4);
    expect([...narrowed, ...nx, ...scripts].sort()).toEqual([...commands].sort());
  });

  it.each(narrowed)('%s runs the specs of that folder and no others', (command) => {
    const [, , , ring = '', folder = ''] = command.split(' ');
    run(`node test/rings/jest.mjs ${ring} listed ${folder} --listTests`);
    const specs = JSON.parse(textOf(`test/.tmp/reports/${ring}/listed.json`)) as string[];
    expect(specs.length).toBeGreaterThan(0);
    expect(specs.filter((path) => !path.includes(folder))).toEqual([]);
  });

  it.each(nx)('%s knows its tasks', (command) => {
    // A changed file is named, so that no history of Git is needed here.
    const { tasks } = JSON.parse(run(`${command} --files=libs/domain/src/days/day.ts --graph=stdout`)) as {
      tasks: { tasks: Record<string, unknown> };
    };
    expect(Object.keys(tasks.tasks)).toEqual(expect.arrayContaining(['domain:typecheck', 'server:typecheck']));
  });

  it.each(scripts)('%s is a script', (command) => {
    const { scripts: known } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    expect(Object.keys(known)).toContain(command.split(' ')[2]);
  });
});
