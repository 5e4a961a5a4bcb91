import { Refusal, type Fact, type FieldFault } from '@crm/domain/refusal';
import type { RouteContract } from '@crm/api-contract/wire';
import type { z } from 'zod';
import type { CrmRequest } from './route.decorator.js';

/** Validates params, query and body by the shapes of the route, and refuses with all faults at once. */
export function readInput(contract: RouteContract, request: Pick<CrmRequest, 'params' | 'query' | 'body'>) {
  const faults: FieldFault[] = [];
  const read = (shape: z.ZodType | undefined, value: unknown, prefix: string): unknown => {
    if (!shape) return undefined;
    const parsed = shape.safeParse(value ?? {}, { reportInput: true });
    if (parsed.success) return parsed.data;
    faults.push(...parsed.error.issues.flatMap((issue) => faultsOf(issue, prefix)));
    return undefined;
  };
  const params = read(contract.params, request.params, '/params');
  const query = read(contract.query, request.query, '/query');
  const body = contract.multipart ? undefined : read(contract.body, request.body, '');
  // A malformed id names no record, so the answer is the same as for an absent record.
  if (faults.some((fault) => fault.pointer.startsWith('/params/'))) throw Refusal.absent('record.absent');
  if (faults.length > 0) throw Refusal.fields(faults, { count: faults.length });
  return { params, query, body };
}

type Issue = z.core.$ZodIssue;

export function faultsOf(issue: Issue, prefix: string): FieldFault[] {
  const pointer =
    prefix +
    issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 64)}`).join('');
  switch (issue.code) {
    case 'custom': {
      const { code, ...params } = (issue.params ?? {}) as { code?: string } & Record<string, Fact>;
      return [{ pointer, code: code ?? 'field.format', params }];
    }
    case 'unrecognized_keys':
      return issue.keys.slice(0, 50).map((key) => ({
        pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 64)}`,
        code: 'field.unknown',
      }));
    case 'invalid_type':
      return [
        issue.input === undefined
          ? { pointer, code: 'field.required' }
          : { pointer, code: 'field.type', params: { expected: issue.expected } },
      ];
    case 'invalid_value':
      return [
        issue.input === undefined
          ? { pointer, code: 'field.required' }
          : { pointer, code: 'field.choice', params: { choices: issue.values.map(String).join(', ') } },
      ];
    case 'too_small':
    case 'too_big': {
      const bounds =
        issue.code === 'too_small'
          ? { min: String(issue.minimum), max: '…' }
          : { min: '…', max: String(issue.maximum) };
      return [{ pointer, code: issue.origin === 'string' ? 'text.length' : 'field.range', params: bounds }];
    }
    case 'invalid_union': {
      const nested = issue.errors.flat();
      const required =
        nested.length > 0 && nested.every((one) => one.code === 'invalid_type' && one.input === undefined);
      return [{ pointer, code: required || issue.input === undefined ? 'field.required' : 'field.format' }];
    }
    default:
      return [{ pointer, code: 'field.format' }];
  }
}
