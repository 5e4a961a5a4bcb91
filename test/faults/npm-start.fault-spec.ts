import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshDatabase } from '../servers/database.js';
import { eventually } from '../servers/patience.js';
import { freePort } from '../servers/product-process.js';

// `npm start` as a person uses it: one frame at the end, one product per data folder, nothing left behind by a kill.

const ROOT = resolve(__dirname, '../..');

interface Start {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly over: Promise<number | null>;
}

let folder: string;
let dataDir: string;
let port: number;
const starts: Start[] = [];

function start(env: Record<string, string> = {}): Start {
  const child = spawn(process.execPath, [join(ROOT, 'apps/stack/start.mjs')], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      CRM_IS_BUILT: process.env.CRM_IS_BUILT,
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: 'accounts',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
  const started = { child, said: () => text, over: new Promise<number | null>((done) => child.once('close', done)) };
  starts.push(started);
  return started;
}

const frame = (started: Start) =>
  eventually(
    () => started.said().includes('Ctrl-C') || started.child.exitCode !== null,
    'the frame of npm start, or its end',
  ).then(() => started.said());

/** Processes that use this data folder: PostgreSQL by its arguments, API and worker by their environment. */
function atWork(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      if (/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return false;
      return [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`].some((file) =>
        readFileSync(file, 'utf8').includes(dataDir),
      );
    } catch {
      return false;
    }
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crm-start-'));
  chmodSync(folder, 0o711);
  dataDir = join(folder, 'data');
  port = await freePort();
});

afterAll(async () => {
  for (const { child, over } of starts) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await over;
  }
  const elsewhere = join(dataDir, 'postgres.place');
  if (existsSync(elsewhere)) rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  let password: string | undefined;
  let first: Start;
  const passwordIn = (text: string) => /Password\s+(\S+)/.exec(text)?.[1];

  it('ends with one frame that names address, accounts and password, and the password opens the door', async () => {
    first = start();
    const said = await frame(first);
    expect(said).toContain(`http://localhost:${port}`);
    for (const username of ['admin', 'manager', 'officer', 'secretary', 'auditor'])
      expect(said).toMatch(new RegExp(`│ ${username} `));
    password = passwordIn(said);
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'manager', password }),
    });
    expect(answer.status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/`)).headers.get('content-type')).toMatch(/text\/html/);
  });

  it('a second start on the same data names the running address and leaves', async () => {
    const second = start();
    expect(await second.over).toBe(1);
    expect(second.said()).toContain(`http://localhost:${port}`);
  });

  it('after kill -9 neither PostgreSQL nor API nor worker is left', async () => {
    expect(atWork().length).toBeGreaterThan(3);
    first.child.kill('SIGKILL');
    await first.over;
    await eventually(() => atWork().length === 0, 'the end of all its processes');
  });

  it('the next start repairs what the kill left, with the same password; SIGTERM then stops everything', async () => {
    const again = start();
    expect(passwordIn(await frame(again))).toBe(password);
    again.child.kill('SIGTERM');
    expect(await again.over).toBe(0);
    // The guard itself leaves a moment after us.
    await eventually(() => atWork().length === 0, 'the end of all its processes');
  });

  it('without demo data it prints a one-time link, alone on its line, until somebody is administrator', async () => {
    const empty = { DEMO: '0', DATA_DIR: join(folder, 'empty') };
    const link = new RegExp(`^http://localhost:${port}/setup\\?token=(\\S+)$`, 'm');
    const begun = start(empty);
    await frame(begun);
    await eventually(() => link.test(begun.said()), 'the link of the first visit');
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        token: link.exec(begun.said())?.[1],
        zone: { name: '云屿高新技术产业开发区', nameEn: 'Yunyu High-tech Zone', shortName: '云屿高新区' },
        administrator: { username: 'luwen', name: '陆闻', password: 'kettle orbit mauve 41' },
      }),
    });
    expect(answer.status).toBe(201);
    begun.child.kill('SIGTERM');
    await begun.over;
    const again = start(empty);
    expect(await frame(again)).not.toMatch(link);
    again.child.kill('SIGTERM');
    expect(await again.over).toBe(0);
  });

  it('a PORT that was asked for and is taken is refused by name', async () => {
    const server = await new Promise<Server>((listening) => {
      const one = createServer();
      one.listen(port, '127.0.0.1', () => listening(one));
    });
    try {
      const refused = start();
      expect(await refused.over).toBe(1);
      expect(refused.said()).toContain(String(port));
    } finally {
      server.close();
    }
  });

  it('a user without a name is told what to do', () => {
    const asked = `import(${JSON.stringify(join(ROOT, 'apps/stack/postgres-owner.mjs'))}).then((owner) => owner.ownerFor('/none'))`;
    // Only root may run it as such a user; anybody else has a name, and is let through.
    const isRoot = process.getuid?.() === 0;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['-e', `${asked}.catch((why) => { console.error(why); process.exit(1); })`],
      {
        encoding: 'utf8',
        cwd: '/',
        ...(isRoot ? { uid: 54_321, gid: 54_321 } : {}),
      },
    );
    expect({ status, told: stderr.includes('54321') }).toEqual({ status: isRoot ? 1 : 0, told: isRoot });
  });

  it('DEMO is refused where nobody has loaded demo data', async () => {
    const database = await freshDatabase();
    try {
      const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'apps/api/dist/main.js')], {
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: database.url,
          JWT_SECRET: randomBytes(32).toString('base64url'),
          AUDIT_KEY: process.env.TEST_AUDIT_KEY,
          DEMO: '1',
        },
      });
      expect(status).toBe(1);
      expect(stderr).toContain('apps/api/dist/seed.js');
    } finally {
      await database.drop();
    }
  });
});
