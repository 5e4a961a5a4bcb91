/** Two people saved the same record. Only real differences are asked about; the rest is decided. */

export interface Difference {
  field: string;
  yours: unknown;
  theirs: unknown;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * `base` is what was loaded, `yours` the form, `theirs` what is stored now. A field that one side changed keeps that
 * side's value; fields that both changed to different values are differences.
 */
export function differences(
  base: Record<string, unknown>,
  yours: Record<string, unknown>,
  theirs: Record<string, unknown>,
  ignore: readonly string[] = ['id', 'version', 'updatedAt', 'updatedBy'],
): Difference[] {
  return Object.keys(yours)
    .filter(
      (field) =>
        !ignore.includes(field) &&
        !same(yours[field], base[field]) &&
        !same(theirs[field], base[field]) &&
        !same(yours[field], theirs[field]),
    )
    .map((field) => ({ field, yours: yours[field], theirs: theirs[field] }));
}

export type Side = 'yours' | 'theirs';

/** What to send again: their record with your changes, except where theirs was chosen. */
export function resolved(
  base: Record<string, unknown>,
  yours: Record<string, unknown>,
  theirs: Record<string, unknown>,
  choice: Record<string, Side>,
): Record<string, unknown> {
  const changes = Object.fromEntries(
    Object.entries(yours).filter(([field, value]) => !same(value, base[field]) && choice[field] !== 'theirs'),
  );
  return { ...theirs, ...changes };
}
