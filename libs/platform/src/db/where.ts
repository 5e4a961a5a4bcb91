import { numbered } from './expression.js';

/**
 * Collects conditions with their values, so that no value is part of the SQL. `and('stage = ?', 'negotiation')`: each
 * `?` becomes the next `$n`.
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

  /** Adds the condition only if the value is given. */
  given<T>(value: T | undefined, condition: string, ...values: unknown[]): this {
    return value === undefined ? this : this.and(condition, ...(values.length > 0 ? values : [value]));
  }

  get sql(): string {
    return this.conditions.length > 0 ? `WHERE ${this.conditions.join(' AND ')}` : '';
  }

  /** The conditions of a statement nested in this one; numbering continues from here. */
  nested(inner: Where): string {
    const taken = this.values.length;
    this.values.push(...inner.values);
    return inner.sql.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + taken}`);
  }

  /** Numbers the values of a text elsewhere in the statement, such as in its FROM. */
  bind(text: string, ...values: unknown[]): string {
    return numbered(text, values, this.values);
  }
}

/**
 * For text at the beginning of another; wildcards of LIKE are escaped. An index with text_pattern_ops serves it under
 * any collation.
 */
export const startingWith = (text: string): string => `${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
