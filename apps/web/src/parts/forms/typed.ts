/** Whether react-hook-form found a changed field at any depth. */
export const anyTrue = (dirty: unknown): boolean =>
  dirty === true || (typeof dirty === 'object' && dirty !== null && Object.values(dirty).some(anyTrue));

/** The changed fields of a form, without those that are never kept. An untouched field comes from the record. */
export const valuesToKeep = (
  values: Readonly<Record<string, unknown>>,
  dirty: Readonly<Record<string, unknown>>,
  never: readonly string[],
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([field]) => anyTrue(dirty[field]) && !never.includes(field)));
