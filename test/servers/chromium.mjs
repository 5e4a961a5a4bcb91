import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/**
 * The shell is the same engine without windows, and takes a third less CPU. Debian's commands add flags for a graphics
 * card; without one they cost a lot. So the programs themselves come first.
 */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/**
 * A real browser, headless; the one Debian packages. One for all specs of a run: each has its own contexts in it.
 * @param {import('../../apps/stack/guard.mjs').Guard} guard
 */
export async function startChromium(guard) {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place));
  if (!executablePath) throw new Error('no Chromium: apt-get install chromium-headless-shell, or name one in CHROMIUM');
  const server = await chromium.launchServer({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb', '--disable-gpu'],
    timeout: 5 * 60_000,
  });
  const { pid } = server.process();
  if (pid) guard.watch(pid, 'process');
  return server;
}
