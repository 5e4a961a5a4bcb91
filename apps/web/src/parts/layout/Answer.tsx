import type { ReactNode } from 'react';
import { ErrorSentence } from './ErrorSentence.js';
import { SkeletonTable } from './Waiting.js';

interface Props<Data> {
  /** As from useQuery. */
  answer: { data: Data | undefined; error: unknown; refetch: () => unknown };
  /** Grey lines while loading. */
  rows?: number;
  rowHeight?: number;
  /** What to show if it is empty; false: it is not empty. */
  none?: (data: Data) => ReactNode;
  children: (data: Data) => ReactNode;
}

/** The states of an answer: an error, grey lines while loading, an empty state, or the content. */
export function Answer<Data>({ answer: { data, error, refetch }, rows = 8, rowHeight, none, children }: Props<Data>) {
  if (data === undefined)
    return error ? (
      <ErrorSentence error={error} onRetry={() => void refetch()} />
    ) : (
      <SkeletonTable rows={rows} {...(rowHeight ? { rowHeight } : {})} />
    );
  return none?.(data) || children(data);
}
