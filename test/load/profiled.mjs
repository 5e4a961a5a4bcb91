// Loaded before the API (`--import`) when the bench profiles it: each SIGUSR2 starts a CPU profile, or ends it and
// writes it as `PROFILE_DIR/<number>.cpuprofile`, which Chromium's DevTools open.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

/** @type {Session | undefined} */
let session;
let written = 0;

process.on('SIGUSR2', async () => {
  if (session === undefined) {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 500 });
    await session.post('Profiler.start');
    return;
  }
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  session = undefined;
  writeFileSync(join(String(process.env.PROFILE_DIR), `${written++}.cpuprofile`), JSON.stringify(profile));
});
