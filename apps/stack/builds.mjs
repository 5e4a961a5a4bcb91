import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { forgetBuilt, isBuilt, rememberBuilt } from './built.mjs';
import { ROOT, runNx } from './nx.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { Stop, say } from './say.mjs';

export { ROOT };

const SERVER = ['libs/domain', 'libs/api-contract', 'libs/platform', 'libs/server', 'apps/api', 'apps/worker'];
/** A build from the cache takes less than this, and then nothing is printed. */
const QUIET_MS = 3_000;
const LOCK = join(ROOT, 'node_modules', '.cache', 'zhaoshang-crm', 'building');

/** Builds the server packages; unchanged ones come from Nx's cache. */
export const ensureServer = () => ensure(SERVER, '构建服务端', 'building the server');

/** Builds server packages and web pages. A tree without the pages has none to build. */
export const ensureAll = () =>
  existsSync(join(ROOT, 'apps/web/index.html'))
    ? ensure([...SERVER, 'apps/web'], '构建服务端和网页', 'building the server and the web pages')
    : ensureServer();

/**
 * If nothing has changed since the last build, nothing is done: even from its cache, Nx writes the output again, while
 * processes are running from it. Two builds of one checkout would each empty the folders of the other, so one waits.
 * @param {string[]} folders @param {string} zh @param {string} en
 */
async function ensure(folders, zh, en) {
  // The tests set this because they have already built.
  if (process.env.CRM_IS_BUILT === '1' || isBuilt(folders)) return;
  const onWait = (/** @type {number} */ pid) =>
    say(`等另一次构建结束（PID ${pid}）……`, `waiting for another build of this checkout (pid ${pid}) …`);
  await oneAtATime(LOCK, onWait, async () => {
    if (!isBuilt(folders)) await build(folders, zh, en);
  });
}

/** @param {string[]} folders @param {string} zh @param {string} en */
async function build(folders, zh, en) {
  const began = Date.now();
  let told = false;
  const tell = setTimeout(() => {
    told = true;
    say(`${zh}……`, `${en} …`);
  }, QUIET_MS);
  forgetBuilt();
  const projects = folders.map((folder) => folder.slice(folder.indexOf('/') + 1)).join(',');
  const args = ['run-many', '-t', 'build', '-p', projects, '--outputStyle=static'];
  const { code, said } = await runNx(args, { show: false }).finally(() => clearTimeout(tell));
  if (code !== 0) throw new Stop(`${zh}失败（${code}）：\n${said.trim()}`, `${en} failed (see above)`);
  rememberBuilt(folders);
  if (told) say(`${zh}完成（${((Date.now() - began) / 1000).toFixed(1)} 秒）`, 'done');
}
