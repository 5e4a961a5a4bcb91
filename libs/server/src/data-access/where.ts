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
    this.conditions.push(`(${this.number(condition, values)})`);
    return this;
  }

  /** Adds the condition only when the value was given. */
  given<T>(value: T | undefined, condition: string, ...values: unknown[]): this {
    return value === undefined ? this : this.and(condition, ...(values.length > 0 ? values : [value]));
  }

  get sql(): string {
    return this.conditions.length > 0 ? `WHERE ${this.conditions.join(' AND ')}` : '';
  }

  private number(condition: string, values: readonly unknown[]): string {
    let used = 0;
    const numbered = condition.replaceAll('?', () => {
      this.values.push(values[used++]);
      return `$${this.values.length}`;
    });
    if (used !== values.length)
      throw new Error(`a condition takes ${used} values, ${values.length} given: ${condition}`);
    return numbered;
  }
}

/** Text to be found inside another: what LIKE would read as a wildcard is taken as it stands. */
export const containing = (text: string): string => `%${asItStands(text)}%`;

/** Text at the beginning of another; an index with text_pattern_ops serves it under any collation. */
export const startingWith = (text: string): string => `${asItStands(text)}%`;

const asItStands = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`);
