/** Two people saved the same record. Only what really differs is asked about; everything else is decided already. */

export interface Difference {
  field: string;
  yours: unknown;
  theirs: unknown;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * `base` is what was loaded, `yours` what the form holds, `theirs` what is stored now.
 * A field only one side touched keeps that side's value; only fields both changed, to different values, are
 * differences.
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

/** What to send again: their record, with your changes, except where theirs was chosen. */
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
