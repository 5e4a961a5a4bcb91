import { writeFileSync } from 'node:fs';
import { openApiDocument } from '@crm/api-contract/catalogue';
import { API_VERSION } from './http/document.js';

/** Writes docs/openapi.json (`npm run openapi`); a test compares the two. */
writeFileSync(
  new URL('../../../docs/openapi.json', import.meta.url),
  `${JSON.stringify(openApiDocument(API_VERSION), null, 2)}\n`,
);
