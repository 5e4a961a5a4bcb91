import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './builds.mjs';
import { isFree, nextFree } from './ports.mjs';
import { Stop, say } from './say.mjs';

const DEFAULT_PORT = 3000;

/**
 * The folder of all data, created if missing. Others may pass through it but not list it: under root, PostgreSQL runs
 * as another user.
 */
export function dataFolder() {
  const dataDir = resolve(ROOT, process.env.DATA_DIR || '.data');
  try {
    mkdirSync(join(dataDir, 'log'), { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Stop(
      `数据目录 ${dataDir} 不能写入（${/** @type {Error} */ (error).message}）：请更换用户或设置 DATA_DIR`,
      `The data folder ${dataDir} cannot be written: change the user or set DATA_DIR`,
    );
  }
  return dataDir;
}

/** PORT if it is set and free; a taken PORT is refused. Without PORT: 3000, or the next free port with a message. */
export async function choosePort() {
  const asked = process.env.PORT;
  if (asked) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Stop(`PORT=${asked} 不是有效端口（1–65535）`, `PORT=${asked} is not a port (1–65535)`);
    if (!(await isFree(port)))
      throw new Stop(
        `端口 ${port} 已被占用（或无权使用）：请释放该端口，或改用其他 PORT`,
        `Port ${port} is taken (or not allowed): free it or set another PORT`,
      );
    return port;
  }
  const port = await nextFree(DEFAULT_PORT);
  if (port === undefined)
    throw new Stop(`端口 ${DEFAULT_PORT} 起均被占用：请设置 PORT`, `No free port from ${DEFAULT_PORT} on: set PORT`);
  if (port !== DEFAULT_PORT)
    say(`端口 ${DEFAULT_PORT} 已被占用，改用 ${port}`, `port ${DEFAULT_PORT} is taken, using ${port}`);
  return port;
}

/**
 * The address for people, and the one by which this machine reaches the API.
 * @param {number} port
 */
export function addressesOf(port) {
  const host = process.env.HOST || '127.0.0.1';
  const everywhere = ['0.0.0.0', '::'].includes(host);
  const inside = `http://${everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    address: process.env.PUBLIC_URL || (everywhere || host === '127.0.0.1' ? `http://localhost:${port}` : inside),
    inside,
  };
}

/**
 * DEMO as set; by default demo data on the embedded database, and none on a server.
 * @param {boolean} embedded
 */
export function demoWish(embedded) {
  const demo = process.env.DEMO || (embedded ? '1' : '0');
  if (!['0', '1', 'accounts'].includes(demo))
    throw new Stop(`DEMO=${demo} 无效：可用 1、accounts、0`, `DEMO=${demo} is unknown: use 1, accounts or 0`);
  return demo;
}

/**
 * The server of the person: the role that owns the tables, and the one that the product runs as. Without an owner the
 * product says itself what is lost.
 */
export function givenUrls() {
  return { owner: process.env.DATABASE_OWNER_URL || '', runtime: String(process.env.DATABASE_URL) };
}
