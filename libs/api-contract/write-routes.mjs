// Writes src/routes/index.ts and src/sentences/routes{Zh,En}.ts from the built declarations: `npm run routes`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { routesModule, routeWordsModule } from './dist/catalogue/index.js';

const written = {
  'src/routes/index.ts': routesModule(),
  'src/sentences/routesZh.ts': routeWordsModule('zh'),
  'src/sentences/routesEn.ts': routeWordsModule('en'),
};
for (const [file, text] of Object.entries(written)) {
  const path = join(import.meta.dirname, file);
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
