import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, textOf as read } from './source-files.js';

// No Docker engine runs here. So this spec reads the Dockerfile, and an added or moved package cannot break an image
// unnoticed.

const dockerfile = read('docker/Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .map((line) => line.trim());
const compose = read('docker/compose.yaml');

const workspaces = ['libs', 'apps']
  .flatMap((kind) => readdirSync(join(ROOT, kind)).map((name) => `${kind}/${name}`))
  .filter((path) => existsSync(join(ROOT, path, 'package.json')));
const copies = dockerfile.filter((line) => line.startsWith('COPY ')).map((line) => line.split(/\s+/).slice(1));
const fromContext = copies.filter(([first]) => !first?.startsWith('--from=')).flatMap((words) => words.slice(0, -1));

function servicesOf(text: string): Map<string, string> {
  const block = /^services:\n([\s\S]*?)^networks:/m.exec(text)?.[1] ?? '';
  const names = [...block.matchAll(/^ {2}([a-z]+):$/gm)];
  return new Map(
    names.map((match, at) => [match[1] as string, block.slice(match.index, names[at + 1]?.index ?? block.length)]),
  );
}
const services = servicesOf(compose);

describe('the Dockerfile', () => {
  it.each(fromContext)('copies %s, which is there', (source) => {
    expect(existsSync(join(ROOT, source))).toBe(true);
  });

  it.each(workspaces)('knows the manifest of %s: without it npm ci refuses the lockfile', (workspace) => {
    expect(copies).toContainEqual([`${workspace}/package.json`, `${workspace}/`]);
  });

  it.each(workspaces.filter((path) => !['apps/web', 'apps/stack'].includes(path)))(
    'puts what was built of %s into the product',
    (workspace) => {
      expect(copies).toContainEqual(['--from=build', `/src/${workspace}/dist`, `${workspace}/dist`]);
    },
  );

  it('copies only from stages that exist', () => {
    const stages = dockerfile.filter((line) => line.startsWith('FROM ')).map((line) => line.split(/\s+/)[3]);
    const used = copies.flatMap(([first]) => (first?.startsWith('--from=') ? [first.slice(7)] : []));
    expect(used.filter((stage) => !stages.includes(stage))).toEqual([]);
    expect(stages).toEqual(expect.arrayContaining(['api', 'worker', 'web']));
  });

  it('runs API and worker as an ordinary user, and pins no image to latest', () => {
    const server = dockerfile.slice(dockerfile.findIndex((line) => / AS server$/.test(line)));
    expect(server).toContain('USER node');
    expect(`${dockerfile.join('\n')}\n${compose}`).not.toMatch(/:latest|USER root/);
  });
});

describe('compose.yaml', () => {
  it('has the services of a production', () => {
    expect([...services.keys()].sort()).toEqual([
      'api',
      'mail',
      'migrate',
      'postgres',
      'redis',
      'setup',
      'web',
      'worker',
    ]);
  });

  it.each([...services])('%s is hardened, watched and stopped with patience', (name, block) => {
    expect(block).toContain('<<: *hardened');
    expect(block).toMatch(/healthcheck:/);
    if (!['migrate', 'setup'].includes(name)) expect(block).toMatch(/stop_grace_period: \d+s/);
  });

  it('starts API and worker after the migration, two of each', () => {
    for (const name of ['api', 'worker']) {
      expect(services.get(name)).toContain('depends_on: *after-migration');
      expect(services.get(name)).toContain('replicas: 2');
    }
    expect(compose).toMatch(/migrate: \{ condition: service_completed_successfully \}/);
  });

  it('gives no secret a default, and asks for every one in .env.example', () => {
    const asked = [...read('docker/.env.example').matchAll(/^([A-Z_]+)=$/gm)]
      .map((match) => match[1] as string)
      .filter((name) => name !== 'SMTP_URL');
    const required = new Set([...compose.matchAll(/\$\{([A-Z_]+):\?/g)].map((match) => match[1]));
    expect(asked.filter((name) => !required.has(name))).toEqual([]);
    expect([...required].filter((name) => !asked.includes(name as string))).toEqual([]);
    expect(compose).not.toMatch(/\$\{[A-Z_]*(PASSWORD|SECRET)[A-Z_]*(:?-|\})/);
  });

  it('keeps Redis from evicting and gives PostgreSQL a UTF-8 ctype', () => {
    expect(services.get('redis')).toMatch(/--maxmemory-policy noeviction/);
    expect(services.get('redis')).toMatch(/--appendonly yes/);
    expect(services.get('postgres')).toMatch(/--encoding=UTF8 --locale=C\.UTF-8/);
  });

  it('can run the script that makes the application role', () => {
    expect(statSync(join(ROOT, 'docker/postgres/10-application.sh')).mode & 0o111).not.toBe(0);
  });
});

describe('nginx.conf', () => {
  it("gives pages the API's own policy, with a nonce of the answer", () => {
    const directives = [...read('apps/api/src/http/content-security.ts').matchAll(/'([a-z-]+)': \[([^\]]*)\]/g)].map(
      ([, name, sources]) => {
        const words = (sources as string).split(',').map((source) =>
          source
            .trim()
            .replace(/^["'](.*)["']$/, '$1')
            .replace(/^style$/, "'nonce-$request_id'"),
        );
        return `${name} ${words.join(' ')}`;
      },
    );
    expect(directives.length).toBeGreaterThan(8);
    expect(/Content-Security-Policy "([^"]+)"/.exec(read('docker/nginx.conf'))?.[1]).toBe(directives.join('; '));
    expect(read('docker/nginx.conf')).toContain('sub_filter __CSP_NONCE__ $request_id;');
  });
});
