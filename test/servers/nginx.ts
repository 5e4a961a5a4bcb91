import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './patience.js';
import { freePort } from './product-process.js';

export interface Nginx {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

/**
 * A real nginx with docker/nginx.conf: only what belongs to the container (names, ports, folders) is replaced. Several
 * APIs stand in an upstream, as the container's name server gives several addresses.
 */
export async function nginxBefore(...apis: readonly string[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-nginx-'));
  const port = await freePort();
  const replaced: readonly (readonly [string | RegExp, string])[] = [
    [/^\s*resolver .*$/m, ''],
    ['set $api http://api:3000;', `set $api ${apis.length > 1 ? 'http://apis' : apis[0]};`],
    ...(apis.length > 1
      ? [[/^ {2}server \{/m, `  upstream apis { ${apis.map(member).join(' ')} }\n  server {`] as const]
      : []),
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    [/\/tmp\//g, `${folder}/`],
    ['/dev/stdout', `${folder}/access.log`],
    ['/dev/stderr', `${folder}/error.log`],
  ];
  let text = readFileSync(join(__dirname, '../../docker/nginx.conf'), 'utf8');
  for (const [from, to] of replaced) {
    const next = text.replace(from, to);
    if (next === text) throw new Error(`docker/nginx.conf has no ${String(from)}`);
    text = next;
  }
  writeFileSync(join(folder, 'nginx.conf'), text);
  const child = spawn(
    'nginx',
    ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log'), '-g', 'daemon off;'],
    {
      env: { PATH: `${process.env.PATH}:/usr/sbin` },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  let over = false;
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const end = new Promise<void>((resolve) => {
    child.once('error', (error) => ((said += error.message), (over = true), resolve()));
    child.once('exit', () => ((over = true), resolve()));
  });
  await eventually(async () => {
    if (over) throw new Error(`nginx ended: ${said}`);
    return answers(port);
  }, 'nginx listening');
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    stop: async () => {
      if (!over) child.kill('SIGTERM');
      await end;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `max_fails=0`: one that is being replaced is asked again as soon as it is back. */
const member = (api: string): string => `server ${new URL(api).host} max_fails=0;`;

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
