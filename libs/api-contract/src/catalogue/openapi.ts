import { z } from 'zod';
import { Problem, type RouteContract } from '../wire/index.js';
import { allRoutes, type NamedRoute } from './catalogue.js';

type Json = Record<string, unknown>;

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'unreadable',
  401: 'not signed in',
  403: 'not allowed',
  404: 'absent, or not to be known of',
  409: 'state or duplicate',
  412: 'stale version',
  413: 'too large',
  415: 'content type',
  422: 'meaning',
  428: 'version missing',
  429: 'too often',
  503: 'busy',
};

/** OpenAPI 3.1 of the whole API, generated from the declarations that also validate requests. */
export function openApiDocument(version: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const named of allRoutes) {
    const path = `/api/v1${named.contract.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [named.contract.method.toLowerCase()]: operation(named, schemas) };
  }
  shapeOf(Problem, 'output', schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: '招商 CRM',
      version,
      description:
        'Amounts in 万元, areas in 亩, exact decimals as strings; days as YYYY-MM-DD; errors as application/problem+json.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas, securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
}

function operation({ name, tag, contract }: NamedRoute, schemas: Json): Json {
  return {
    operationId: name,
    tags: [tag],
    summary: `${contract.summary.zh} · ${contract.summary.en}`,
    ...(contract.description ? { description: contract.description } : {}),
    'x-access': contract.access,
    ...(contract.refuses ? { 'x-refuses': contract.refuses } : {}),
    ...(contract.costs ? { 'x-costs': contract.costs } : {}),
    security: contract.access === 'public' ? [] : [{ bearer: [] }],
    parameters: parametersOf(contract, schemas),
    ...(contract.body
      ? {
          requestBody: {
            required: true,
            content: {
              [contract.multipart ? 'multipart/form-data' : 'application/json']: { schema: bodyOf(contract, schemas) },
            },
          },
        }
      : {}),
    responses: { [contract.status ?? 200]: success(contract, schemas), ...problems(contract) },
  };
}

function bodyOf(contract: RouteContract, schemas: Json): Json {
  const shape = shapeOf(contract.body as z.ZodType, 'input', schemas);
  return contract.multipart
    ? {
        ...shape,
        properties: { ...(shape.properties as Json), file: { type: 'string', format: 'binary' } },
        required: [...((shape.required as string[]) ?? []), 'file'],
      }
    : shape;
}

function parametersOf(contract: RouteContract, schemas: Json): Json[] {
  const list = (place: 'path' | 'query', shape: z.ZodType | undefined): Json[] => {
    if (!shape) return [];
    const object = shapeOf(shape, 'input', schemas) as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(object.properties ?? {}).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || (object.required ?? []).includes(name),
      schema,
    }));
  };
  const headers: Json[] = [];
  if (contract.guarded)
    headers.push({ name: 'If-Match', in: 'header', required: true, schema: { type: 'string', examples: ['"3"'] } });
  if (contract.method === 'POST' && contract.access !== 'public')
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', maxLength: 200 },
    });
  return [...list('path', contract.params), ...list('query', contract.query), ...headers];
}

function success(contract: RouteContract, schemas: Json): Json {
  const description = 'done';
  if (contract.stream) return { description, content: { 'text/event-stream': { schema: { type: 'string' } } } };
  if (contract.download)
    return { description, content: { [contract.download]: { schema: { type: 'string', format: 'binary' } } } };
  if (!contract.response) return { description };
  return { description, content: { 'application/json': { schema: shapeOf(contract.response, 'output', schemas) } } };
}

function problems(contract: RouteContract): Json {
  const statuses = [
    400,
    ...(contract.access === 'public' ? [] : [401, 403]),
    404,
    ...(contract.method === 'GET' ? [] : [409, 413, 415]),
    ...(contract.guarded ? [412, 428] : []),
    422,
    429,
    503,
  ];
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(statuses.map((status) => [status, { description: PROBLEMS[status], content }]));
}

/** A shape with an id becomes a component and is referenced; others are written inline. */
function shapeOf(shape: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const {
    $schema: _schema,
    $defs,
    ...json
  } = z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' }) as Json & {
    $defs?: Record<string, Json>;
  };
  const relocated = JSON.parse(
    JSON.stringify({ json, $defs: $defs ?? {} }).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as { json: Json; $defs: Record<string, Json> };
  for (const [name, schema] of Object.entries(relocated.$defs)) schemas[name] = withoutId(keysNamed(schema) as Json);
  const id = relocated.json.id;
  const named = keysNamed(relocated.json) as Json;
  if (typeof id !== 'string') return named;
  schemas[id] = withoutId(named);
  return { $ref: `#/components/schemas/${id}` };
}

const withoutId = ({ id: _id, ...schema }: Json): Json => schema;

/**
 * A record over known keys, as zod writes it, requires keys that it does not name. Clients are generated from
 * `properties`, so each key is named there.
 */
function keysNamed(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(keysNamed);
  if (json === null || typeof json !== 'object') return json;
  const schema = Object.fromEntries(Object.entries(json).map(([key, value]) => [key, keysNamed(value)]));
  const { propertyNames, additionalProperties, ...rest } = schema as {
    propertyNames?: { enum?: string[] };
    additionalProperties?: unknown;
    required?: string[];
  };
  if (!propertyNames?.enum || !rest.required) return schema;
  return { ...rest, properties: Object.fromEntries(propertyNames.enum.map((key) => [key, additionalProperties])) };
}
