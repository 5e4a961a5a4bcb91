/**
 * The address after some words of it were changed; null or '' takes one away. Another question begins at its first
 * page, unless the page is said or only a drawer opens.
 */
export function addressWith(
  before: URLSearchParams,
  change: Readonly<Record<string, string | null>>,
  keepPage = false,
): URLSearchParams {
  const next = new URLSearchParams(before);
  if (!keepPage && !('page' in change)) next.delete('page');
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
