import { useGetList } from 'ra-core';

export const latestFirst = { field: 'uploadedAt', order: 'DESC' } as const;
/** All files of one record fit on one page. */
export const ALL_FILES = 200;

/** The number of files of a contract with all its records; the same query as its card of files. */
export const useFileCount = (contractId: string): number | undefined =>
  useGetList('files', {
    filter: { contractId },
    sort: latestFirst,
    pagination: { page: 1, perPage: ALL_FILES },
  }).total;
