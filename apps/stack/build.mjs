// `node apps/stack/build.mjs`: what `npm start` builds, for images and for people.
import { ensureAll } from './builds.mjs';
import { sayWhyItStopped } from './say.mjs';

try {
  await ensureAll();
} catch (error) {
  sayWhyItStopped(error);
  process.exitCode = 1;
}
