// Writes src/routes/index.ts from the built declarations: `npm run routes`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { routesModule } from './dist/catalogue/index.js';

const path = join(import.meta.dirname, 'src/routes/index.ts');
await writeFile(path, await format(routesModule(), { ...(await resolveConfig(path)), filepath: path }));
