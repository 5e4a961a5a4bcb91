import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually } from '../servers/patience.js';
import { freePort } from '../servers/product-process.js';

// The tests run on the Node of this machine. The Node that is recommended comes from its npm package, and the product
// is started on it once.

const ROOT = resolve(__dirname, '../..');
const NODE = 'node@24.21.0';

describe(`npm start on ${NODE}`, () => {
  let folder: string;
  let child: ChildProcess | undefined;
  let said = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'crm-node-24-'));
    chmodSync(folder, 0o711);
  });
  afterAll(() => {
    child?.kill('SIGKILL');
    const elsewhere = join(folder, 'data/postgres.place');
    if (existsSync(elsewhere)) rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it('builds, migrates, seeds, serves pages and API with a worker at work, and stops on being asked', async () => {
    const node = execFileSync('npx', ['--yes', '--package', NODE, 'node', '-p', 'process.execPath'], {
      encoding: 'utf8',
      cwd: folder,
    }).trim();
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(/^v24\./);
    const port = await freePort();
    const { PATH, HOME } = process.env;
    child = spawn(node, [join(ROOT, 'apps/stack/start.mjs')], {
      env: {
        PATH,
        HOME,
        PORT: String(port),
        DATA_DIR: join(folder, 'data'),
        DEMO: '1',
        DEMO_PASSWORD: 'Zhaoshang-2026!',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const over = new Promise<number | null>((done) => child?.once('close', done));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => (said += part.toString('utf8')));
    await eventually(() => said.includes('Ctrl-C') || child?.exitCode !== null, 'the frame of npm start, or its end');
    expect(said).toContain(`http://localhost:${port}`);

    const address = `http://127.0.0.1:${port}`;
    const login = await fetch(`${address}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: 'Zhaoshang-2026!' }),
    });
    expect(login.status).toBe(200);
    const { accessToken } = (await login.json()) as { accessToken: string };
    const health = async () =>
      (await (
        await fetch(`${address}/health/ready`, { headers: { authorization: `Bearer ${accessToken}` } })
      ).json()) as { status: string; workers: number };
    await eventually(async () => (await health()).workers === 1, 'a worker at work');
    const contracts = await fetch(`${address}/api/v1/contracts`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(((await contracts.json()) as { total: number }).total).toBeGreaterThan(30);
    expect((await fetch(`${address}/`)).headers.get('content-type')).toMatch(/text\/html/);

    child.kill('SIGTERM');
    expect(await over).toBe(0);
  });
});
