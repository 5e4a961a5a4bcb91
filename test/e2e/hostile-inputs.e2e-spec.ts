import { allRoutes, openApiDocument } from '@crm/api-contract/catalogue';
import { Problem } from '@crm/api-contract/wire';
import fc from 'fast-check';
import { Client } from '../servers/client.js';
import { FULL_DOSE } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { brokenBodies, hostileTexts, plausible, spoilt } from './hostile/values.js';

/** Requests over all operations; `npm run deep` takes the full dose. */
const INPUTS = FULL_DOSE ? 50_000 : 2_000;
const SEED = 20_211_222;

type Parameter = { name: string; in: 'path' | 'query' | 'header'; schema: Record<string, unknown> };
type Operation = {
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
};

const document = openApiDocument('test') as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};
// Without streams, which never end, and without signing in, which would lock the account.
const operations = allRoutes.filter(({ name, contract }) => !contract.stream && !name.startsWith('auth.'));
const operationOf = (name: string): Operation => {
  for (const methods of Object.values(document.paths))
    for (const operation of Object.values(methods))
      if ((operation as unknown as { operationId: string }).operationId === name) return operation;
  throw new Error(`${name} is not in the document`);
};

const LEAK =
  /\bat \w+.*\.(js|ts):\d+|SELECT |INSERT INTO|relation "|column "|syntax error|node_modules|QueryFailedError|ECONN|Unexpected token|invalid input syntax/;

describe('whatever is sent', () => {
  let product: Product;
  let token: string;
  const seen = { requests: 0, refused: 0 };

  beforeAll(async () => {
    // If the limit of requests refused it, the input would not be tested.
    const often = ['search', 'duplicates', 'unmask', 'upload', 'export', 'import'].map((verb) => `${verb}=100000`);
    product = await startProduct({ demo: 'accounts', worker: false, env: { RATE_PER_MINUTE: often.join() } });
    token = (await Client.signedIn(product, 'admin')).token as string;
  });
  afterAll(() => product?.stop());

  async function send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<void> {
    const response = await fetch(`${product.baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined || method === 'GET' ? {} : { body }),
    });
    const text = await response.text();
    seen.requests++;
    const what = `${method} ${path.slice(0, 300)} ${body?.slice(0, 300) ?? ''}\n→ ${response.status} ${text.slice(0, 500)}`;
    if (response.status >= 500) throw new Error(`a fault of ours: ${what}`);
    if (response.status < 400) return;
    seen.refused++;
    if (!response.headers.get('content-type')?.startsWith('application/problem+json'))
      throw new Error(`no problem+json: ${what}`);
    Problem.parse(JSON.parse(text));
    if (LEAK.test(text)) throw new Error(`our insides show: ${what}`);
  }

  const each = operations.map(({ name, contract }) => [name, contract] as const);

  it.each(each)(
    '%s answers with what it means or with a problem',
    async (name, contract) => {
      const operation = operationOf(name);
      const body = operation.requestBody?.content['application/json']?.schema;
      const runs = Math.max(8, Math.floor(INPUTS / each.length));
      const address = (pathValue: string, query: readonly (readonly [string, string])[]) => {
        const path = `/api/v1${contract.path.replace(/:\w+/g, () => encodeURIComponent(pathValue))}`;
        const search = new URLSearchParams(query.map(([key, value]): [string, string] => [key, value]));
        return query.length > 0 ? `${path}?${search}` : path;
      };
      const textArbitrary = fc.constantFrom(
        ...hostileTexts.filter((text) => text.length < 3_000 && !/[\ud800-\udfff]/.test(text)),
      );
      const parameters = operation.parameters.filter((parameter) => parameter.in === 'query');
      const query = fc.array(
        fc.tuple(
          fc.constantFrom(...parameters.map((parameter) => parameter.name), 'filter', 'page', 'unknown'),
          fc.oneof(
            textArbitrary,
            fc.constantFrom('1', '25', '{}', '{"q":"制药"}', '{"q":{"$ne":null}}', '{"x":1}', '{"id_in":[]}'),
          ),
        ),
        { maxLength: 3 },
      );
      const bodies = body
        ? plausible(body, document.components.schemas as never).chain((value) =>
            fc.oneof(fc.constant(value), spoilt(value)),
          )
        : fc.constant(undefined);
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            { weight: 3, arbitrary: fc.uuid() },
            { weight: 1, arbitrary: textArbitrary.filter((text) => text.trim().length > 0) },
          ),
          query,
          bodies,
          fc.constantFrom('"1"', '"0"', '*', 'W/"1"', 'x', undefined),
          async (pathValue, queryValue, bodyValue, match) => {
            const headers: Record<string, string> = {
              ...(match ? { 'if-match': match } : {}),
              ...(bodyValue === undefined ? {} : { 'content-type': 'application/json' }),
            };
            await send(
              contract.method,
              address(pathValue, queryValue),
              headers,
              bodyValue === undefined ? undefined : JSON.stringify(bodyValue),
            );
          },
        ),
        { numRuns: runs, seed: SEED, endOnFailure: true },
      );
      if (!body) return;
      for (const broken of brokenBodies)
        await send(
          contract.method,
          address('01234567-89ab-7def-8123-456789abcdef', []),
          { 'content-type': 'application/json', 'if-match': '"1"' },
          broken,
        );
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/json; charset=gbk',
        'multipart/form-data; boundary=x',
      ])
        await send(
          contract.method,
          address('01234567-89ab-7def-8123-456789abcdef', []),
          { 'content-type': type },
          'a=1',
        );
    },
    120_000,
  );

  it('a megabyte and more is refused before it is read', async () => {
    const writing = operations.find(({ contract }) => contract.body && !contract.multipart);
    if (!writing) return;
    const response = await fetch(
      `${product.baseUrl}/api/v1${writing.contract.path.replace(/:\w+/g, '01234567-89ab-7def-8123-456789abcdef')}`,
      {
        method: writing.contract.method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: `{"a":"${'x'.repeat(2_000_000)}"}`,
      },
    );
    expect(response.status).toBe(413);
  });

  it('the dose was given and the product still serves', async () => {
    expect(seen.requests).toBeGreaterThanOrEqual(each.length * 8);
    expect(seen.refused).toBeGreaterThan(seen.requests / 4);
    expect((await fetch(`${product.baseUrl}/health/ready`)).status).toBe(200);
  });
});
