import { numbered } from './expression.js';

/**
 * Collects the conditions of a query with their values, so that no value ever stands in the SQL itself.
 * `and('stage = ?', 'negotiation')`; a `?` becomes the next `$n`.
 */
export class Where {
  private readonly conditions: string[] = [];
  readonly values: unknown[];

  constructor(first: readonly unknown[] = []) {
    this.values = [...first];
  }

  and(condition: string, ...values: unknown[]): this {
    this.conditions.push(`(${this.bind(condition, ...values)})`);
    return this;
  }

  /** Adds the condition only when the value was given. */
  given<T>(value: T | undefined, condition: string, ...values: unknown[]): this {
    return value === undefined ? this : this.and(condition, ...(values.length > 0 ? values : [value]));
  }

  get sql(): string {
    return this.conditions.length > 0 ? `WHERE ${this.conditions.join(' AND ')}` : '';
  }

  /** Numbers a text that stands elsewhere in the statement, such as in its FROM. */
  bind(text: string, ...values: unknown[]): string {
    return numbered(text, values, this.values);
  }
}

/** Text to be found inside another: what LIKE would read as a wildcard is taken as it stands. */
export const containing = (text: string): string => `%${asItStands(text)}%`;

/** Text at the beginning of another; an index with text_pattern_ops serves it under any collation. */
export const startingWith = (text: string): string => `${asItStands(text)}%`;

const asItStands = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`);
