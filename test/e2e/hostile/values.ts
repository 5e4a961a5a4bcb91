import fc from 'fast-check';

type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  format?: string;
  examples?: unknown[];
  $ref?: string;
  pattern?: string;
};

/** Texts that people, programs and attackers really send. Each must get an answer that names what is wrong. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u3000',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202Ecod.exe',
  '\u200B',
  '\uFEFF',
  '\u001b[31m',
  'CR\r\nLF',
  '𠮷𡋀䶮',
  '👨‍👩‍👧'.repeat(20),
  'e' + '\u0301'.repeat(500),
  'x'.repeat(20_000),
  "' OR 1=1--",
  '";DROP TABLE contract;--',
  '%',
  '_',
  '\\',
  '$1',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  "=cmd|'/c calc'!A1",
  '＝1+1',
  '@SUM(1)',
  '../../etc/passwd',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  'NaN',
  '-0',
  '-1',
  '1e5',
  '1e400',
  '1,000',
  '１２３４',
  '壹佰万',
  '+5',
  '0x10',
  '5元',
  '9007199254740993',
  '999999999999999999999',
  '0.0000001',
  '1.1234567',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '9999-12-31',
  '26/3/4',
  '2026.3.4',
  '二〇二六年三月四日',
  '46085',
  '2026-03-04T16:30Z',
  '2026-03-04T00:00:00-12:00',
  '00000000-0000-0000-0000-000000000000',
  'not-a-uuid',
  '{01234567-89ab-7def-8123-456789abcdef}',
  '91460100MA56UBF00A',
  'OOOOOOOOOOOOOOOOOO',
];

const hostileValues: readonly unknown[] = [
  ...hostileTexts,
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53 - 1,
  [],
  [[]],
  {},
  { $ne: null },
  [null],
  ['a', 1, {}],
  { toString: 'x' },
  { constructor: { prototype: { admin: true } } },
];

/** A value that the schema would accept, as far as the schema alone tells. */
export function plausible(
  schema: Schema,
  components: Readonly<Record<string, Schema>>,
  depth = 0,
): fc.Arbitrary<unknown> {
  if (schema.$ref) return plausible(components[schema.$ref.split('/').at(-1) as string] ?? {}, components, depth);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => plausible(choice, components, depth)));
  if (schema.examples?.length) return fc.constantFrom(...schema.examples);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object': {
      const required = new Set(schema.required ?? []);
      const entries = Object.entries(schema.properties ?? {}).filter(([name]) => depth < 4 || required.has(name));
      return fc.record(
        Object.fromEntries(entries.map(([name, property]) => [name, plausible(property, components, depth + 1)])),
        { requiredKeys: [...required].filter((name) => entries.some(([entry]) => entry === name)) },
      );
    }
    case 'array':
      return fc.array(plausible(schema.items ?? {}, components, depth + 1), { maxLength: 3 });
    case 'integer':
      return fc.integer({ min: 1, max: 2_100 });
    case 'number':
      return fc.double({ noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return text(schema);
  }
}

function text(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date') return fc.constantFrom('2021-03-11', '2025-12-31', '2026-11-20');
  if (schema.pattern?.includes('d{1,12}')) return fc.constantFrom('0', '670', '989.55', '0.000001', '999999999999');
  return fc.constantFrom('招商', '海南泽科环保科技有限公司', 'a', '2021');
}

/** Replaces one inner value by a hostile one, or adds an unknown key. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const places = pathsOf(value);
  return fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...hostileValues), fc.integer({ min: 0, max: 9 }))
    .map(([path, hostile, dice]) => {
      const copy = structuredClone(value);
      if (dice === 0 && copy !== null && typeof copy === 'object' && !Array.isArray(copy))
        return { ...copy, id: 'x', ownerId: 'x', version: 99, role: 'admin', createdBy: 'x' };
      return path.length === 0 ? hostile : put(copy, path, hostile);
    });
}

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function put(root: unknown, path: readonly string[], value: unknown): unknown {
  let node = root as Record<string, unknown>;
  for (const key of path.slice(0, -1)) node = node[key] as Record<string, unknown>;
  node[path.at(-1) as string] = value;
  return root;
}

/** Bodies that are not valid JSON for this API. */
export const brokenBodies: readonly string[] = [
  '',
  '{',
  '{"name":',
  "{'a':1}",
  '{"a":1,}',
  '{"a":NaN}',
  '{"a":Infinity}',
  '\uFEFF{"a":1}',
  '/* c */{}',
  'null',
  '[]',
  '"text"',
  '1',
  '{"a":1,"a":2}',
  '{"__proto__":{"admin":true}}',
  '{"a":9007199254740993}',
  '{"a":1e400}',
  '['.repeat(5_000) + ']'.repeat(5_000),
];
