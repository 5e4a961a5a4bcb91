import { openApiDocument } from '@crm/api-contract/catalogue';
import { API_VERSION } from './http/document.js';

/** Prints docs/openapi.json; a test compares the two. */
process.stdout.write(`${JSON.stringify(openApiDocument(API_VERSION), null, 2)}\n`);
