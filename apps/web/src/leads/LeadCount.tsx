import { useGetList } from 'ra-core';
import { showDecimal } from '../parts/text/numbers.js';

/** The number of visible leads; counted to a thousand, as in every list. */
export function LeadCount() {
  const { total, meta } = useGetList('leads', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'updatedAt', order: 'DESC' },
  });
  if (total === undefined) return null;
  return (
    <>{`${showDecimal(total)}${(meta as { totalIsExact?: boolean } | undefined)?.totalIsExact === false ? '+' : ''}`}</>
  );
}
