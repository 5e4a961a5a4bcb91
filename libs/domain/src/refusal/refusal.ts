/**
 * What a rule or a use case throws on purpose. It carries a stable dotted code and facts, never a sentence: the screen
 * finds the words in the reader's language, the HTTP door the status, the worker the reason not to try again.
 */

/** What the refusal means to the one who asked; the HTTP door maps it to a status. */
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

/** One field that is wrong: RFC 6901 pointer into the input, dotted code, the numbers the sentence needs. */
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

  /** All faulty fields at once. A single fault lends its code to the whole; several are `fields.refused`. */
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

  /** Also for what the actor may not know of: the answer must not tell the two apart. */
  static absent(code: string, facts?: Facts): Refusal {
    return new Refusal(code, facts, 'absent');
  }

  /** State or duplicate. */
  static conflict(code: string, facts?: Facts): Refusal {
    return new Refusal(code, facts, 'conflict');
  }

  /** The row moved on since it was read; facts name the fields that differ. */
  static stale(code: string, facts?: Facts): Refusal {
    return new Refusal(code, facts, 'stale');
  }

  /** The caller left out what makes the change safe, such as the version it read. */
  static precondition(code: string, facts?: Facts): Refusal {
    return new Refusal(code, facts, 'precondition');
  }

  /** The same refusal, pinned to the field it came from. */
  at(pointer: string): Refusal {
    const errors = this.errors.length
      ? this.errors.map((fault) => ({ ...fault, pointer: pointer + fault.pointer }))
      : [{ pointer, code: this.code, params: this.facts }];
    return new Refusal(this.code, this.facts, this.kind, errors);
  }
}

/** True across copies of this module too (a bundle and a worker may each hold one). */
export function isRefusal(thrown: unknown): thrown is Refusal {
  return (
    thrown instanceof Refusal ||
    (thrown instanceof Error && thrown.name === 'Refusal' && 'code' in thrown && 'kind' in thrown && 'facts' in thrown)
  );
}

/**
 * Runs every check, gathers what the refused ones say and throws them together, so that a form shows all of its faults
 * at once.
 * Keys are the field names; the values are what the checks returned. Anything but a Refusal passes through untouched.
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
