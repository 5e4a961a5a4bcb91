/** Calls that cost the server much, or reveal much: each person may make only so many per minute. */
export const COSTLY = ['search', 'duplicates', 'unmask', 'upload', 'export', 'import'] as const;
export type Costly = (typeof COSTLY)[number];
