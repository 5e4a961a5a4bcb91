/**
 * The URL after changes; null or '' removes a name. A new filter returns to the first page, unless the page is given or
 * only a drawer opens.
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
