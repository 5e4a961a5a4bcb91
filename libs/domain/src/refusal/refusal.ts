/** The meaning of a refusal for the caller; the API maps it to an HTTP status. */
export const refusalKinds = [
  'unreadable',
  'forbidden',
  'absent',
  'conflict',
  'stale',
  'unprocessable',
  'precondition',
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };
export type Facts = Readonly<Record<string, Fact>>;

/** One wrong field: an RFC 6901 pointer into the input, a dotted code, and the values for the sentence. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Facts;
}

const dotted = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly facts: Facts;
  readonly kind: RefusalKind;
  readonly errors: readonly FieldFault[];

  constructor(
    code: string,
    facts: Facts = {},
    kind: RefusalKind = 'unprocessable',
    errors: readonly FieldFault[] = [],
  ) {
    super(code);
    if (!dotted.test(code)) throw new TypeError(`A refusal's code is dotted and in lower case: ${code}`);
    this.code = code;
    this.facts = facts;
    this.kind = kind;
    this.errors = errors;
  }

  /**
   * All faulty fields at once. The code of a single fault becomes the code of the refusal; several are
   * `fields.refused`.
   */
  static fields(errors: readonly FieldFault[], facts: Facts = {}): Refusal {
    const [first, second] = errors;
    if (!first) throw new TypeError('Refusal.fields needs at least one faulty field');
    return second
      ? new Refusal('fields.refused', { ...facts, count: errors.length }, 'unprocessable', errors)
      : new Refusal(first.code, { ...first.params, ...facts }, 'unprocessable', errors);
  }

  static unreadable(code: string, facts?: Facts): Refusal {
    return new Refusal(code, facts, 'unreadable');
  }

  static forbidden(code: string, facts?: Facts): Refusal {
    return new Refusal(code, facts, 'forbidden');
  }

  /** Also for rows the actor must not know of: the answer must be the same. */
  static absent(code: string, facts?: Facts): Refusal {
    return new Refusal(code, facts, 'absent');
  }

  /** A wrong state, or a duplicate. */
  static conflict(code: string, facts?: Facts): Refusal {
    return new Refusal(code, facts, 'conflict');
  }

  /** The row changed since it was read; the facts name the fields that differ. */
  static stale(code: string, facts?: Facts): Refusal {
    return new Refusal(code, facts, 'stale');
  }

  /** The caller left out what makes the change safe, such as the version it read. */
  static precondition(code: string, facts?: Facts): Refusal {
    return new Refusal(code, facts, 'precondition');
  }

  /** The same refusal, attached to the field it came from. */
  at(pointer: string): Refusal {
    const errors = this.errors.length
      ? this.errors.map((fault) => ({ ...fault, pointer: pointer + fault.pointer }))
      : [{ pointer, code: this.code, params: this.facts }];
    return new Refusal(this.code, this.facts, this.kind, errors);
  }
}

/** Also true for a Refusal of another copy of this module (a bundle and a worker may each have one). */
export function isRefusal(thrown: unknown): thrown is Refusal {
  return (
    thrown instanceof Refusal ||
    (thrown instanceof Error && thrown.name === 'Refusal' && 'code' in thrown && 'kind' in thrown && 'facts' in thrown)
  );
}

/**
 * Runs every check and throws all refusals together, so that a form shows all faults at once. Keys are field names; the
 * results are what the checks returned. Other errors are rethrown.
 */
export function checkAll<T extends Readonly<Record<string, () => unknown>>>(
  checks: T,
): { [K in keyof T]: ReturnType<T[K]> } {
  const faults: FieldFault[] = [];
  const answers: Record<string, unknown> = {};
  for (const [field, check] of Object.entries(checks)) {
    try {
      answers[field] = check();
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      faults.push(...thrown.at(`/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`).errors);
    }
  }
  if (faults.length) throw Refusal.fields(faults);
  return answers as { [K in keyof T]: ReturnType<T[K]> };
}
