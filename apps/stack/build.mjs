// `node apps/stack/build.mjs` builds what `npm start` builds, for images and by hand.
import { ensureAll } from './builds.mjs';
import { sayWhyItStopped } from './say.mjs';

try {
  await ensureAll();
} catch (error) {
  sayWhyItStopped(error);
  process.exitCode = 1;
}
