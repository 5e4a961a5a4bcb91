/** SQL with `?` for each value, used in place of a value. */
export class Expression {
  constructor(
    readonly sql: string,
    readonly values: readonly unknown[],
  ) {}
}

/** A value that the database computes: `computed("folded(?) || '|'", name)`. */
export const computed = (sql: string, ...values: readonly unknown[]): Expression => new Expression(sql, values);

/** Turns each `?` of a text into the next `$n` and adds its value. Values are numbered only here. */
export function numbered(sql: string, given: readonly unknown[], values: unknown[]): string {
  let used = 0;
  const text = sql.replaceAll('?', () => {
    values.push(given[used++]);
    return `$${values.length}`;
  });
  if (used !== given.length) throw new Error(`a text takes ${used} values, ${given.length} given: ${sql}`);
  return text;
}
