import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNx } from './nx.mjs';
import { Stop, say } from './say.mjs';

export { ROOT };

const SERVER = ['domain', 'api-contract', 'platform', 'server', 'api', 'worker'];
/** A build from the cache takes less than this, and then nothing is printed. */
const QUIET_MS = 3_000;

/** Builds the server packages; unchanged ones come from Nx's cache. */
export const ensureServer = () => ensure(SERVER, '构建服务端', 'building the server');

/** Builds server packages and web pages. A tree without the pages has none to build. */
export const ensureAll = () =>
  existsSync(join(ROOT, 'apps/web/index.html'))
    ? ensure([...SERVER, 'web'], '构建服务端和网页', 'building the server and the web pages')
    : ensureServer();

/** @param {string[]} projects @param {string} zh @param {string} en */
async function ensure(projects, zh, en) {
  // The tests set this because they have already built. Even from its cache, Nx writes the output again, while
  // processes are running from it.
  if (process.env.CRM_IS_BUILT === '1') return;
  const began = Date.now();
  let told = false;
  const tell = setTimeout(() => {
    told = true;
    say(`${zh}……`, `${en} …`);
  }, QUIET_MS);
  const args = ['run-many', '-t', 'build', '-p', projects.join(','), '--outputStyle=static'];
  const { code, said } = await runNx(args, { show: false }).finally(() => clearTimeout(tell));
  if (code !== 0) throw new Stop(`${zh}失败（${code}）：\n${said.trim()}`, `${en} failed (see above)`);
  if (told) say(`${zh}完成（${((Date.now() - began) / 1000).toFixed(1)} 秒）`, 'done');
}
