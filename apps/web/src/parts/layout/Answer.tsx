import type { ReactNode } from 'react';
import { ErrorSentence } from './ErrorSentence.js';
import { SkeletonTable } from './Waiting.js';

interface Props<Data> {
  /** As useQuery gives it. */
  answer: { data: Data | undefined; error: unknown; refetch: () => unknown };
  /** Of the grey lines while it comes. */
  rows?: number;
  rowHeight?: number;
  /** What to show where there is nothing; false: there is something. */
  none?: (data: Data) => ReactNode;
  children: (data: Data) => ReactNode;
}

/**
 * What was asked for: why it could not be had, grey lines while it comes, why there is nothing and what to do, or
 * itself.
 */
export function Answer<Data>({ answer: { data, error, refetch }, rows = 8, rowHeight, none, children }: Props<Data>) {
  if (data === undefined)
    return error ? (
      <ErrorSentence error={error} onRetry={() => void refetch()} />
    ) : (
      <SkeletonTable rows={rows} {...(rowHeight ? { rowHeight } : {})} />
    );
  return none?.(data) || children(data);
}
