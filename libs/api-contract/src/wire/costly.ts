/** What costs the server much, or tells much: a person may do each only so often in a minute. */
export const COSTLY = ['search', 'duplicates', 'unmask', 'upload', 'export', 'import'] as const;
export type Costly = (typeof COSTLY)[number];
