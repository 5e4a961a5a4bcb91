// `node apps/stack/build.mjs [server] [web]`: what `npm start` builds, for images and for people. Reuses what is built.
import { ensureServer, ensureWeb } from './builds.mjs';
import { sayWhyItStopped } from './say.mjs';

const wanted = process.argv.slice(2);
try {
  if (wanted.length === 0 || wanted.includes('server')) await ensureServer();
  if (wanted.length === 0 || wanted.includes('web')) await ensureWeb();
} catch (error) {
  sayWhyItStopped(error);
  process.exitCode = 1;
}
