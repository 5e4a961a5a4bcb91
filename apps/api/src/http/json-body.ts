import { Refusal } from '@crm/domain/refusal';

const MAX_DEPTH = 20;
const SAFE_DIGITS = 15;

/**
 * Stricter than JSON.parse, which accepts some faults silently. Refuses `json.malformed`, `json.depth`,
 * `json.duplicate-key` (the last one would win) and `json.number` (beyond 2^53 a digit would change).
 */
export function parseJsonBody(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw Refusal.unreadable('json.malformed', { position: position ? Number(position) + 1 : text.length });
  }
  inspect(text);
  return value;
}

/** One pass over text that is already known to be valid JSON. */
function inspect(text: string): void {
  const keys: (Set<string> | undefined)[] = [];
  let expectKey = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === '{' || c === '[') {
      keys.push(c === '{' ? new Set() : undefined);
      expectKey = c === '{';
      if (keys.length > MAX_DEPTH) throw Refusal.unreadable('json.depth');
    } else if (c === '}' || c === ']') {
      keys.pop();
      expectKey = false;
    } else if (c === ',') expectKey = keys.at(-1) !== undefined;
    else if (c === '"') {
      const end = endOfString(text, at);
      if (expectKey) {
        const key = JSON.parse(text.slice(at, end + 1)) as string;
        const seen = keys.at(-1) as Set<string>;
        if (seen.has(key)) throw Refusal.unreadable('json.duplicate-key', { key: key.slice(0, 64) });
        if (key === '__proto__') throw Refusal.fields([{ pointer: '/__proto__', code: 'field.unknown' }]);
        seen.add(key);
        expectKey = false;
      }
      at = end;
    } else if (c === '-' || (c !== undefined && c >= '0' && c <= '9')) {
      const [number = ''] = /^-?[\d.eE+-]+/.exec(text.slice(at, at + 400)) ?? [];
      const digits = number
        .replace(/[eE].*$/, '')
        .replace(/[^\d]/g, '')
        .replace(/^0+/, '');
      if (digits.length > SAFE_DIGITS || !Number.isFinite(Number(number)))
        throw Refusal.unreadable('json.number', { text: number.slice(0, 40) });
      at += number.length - 1;
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
