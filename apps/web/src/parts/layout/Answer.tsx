import type { ReactNode } from 'react';
import { Card } from './Card.js';
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

/**
 * The states of an answer: an error, grey lines while loading, an empty state, or the content. If a later attempt
 * fails, the former content stays.
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

/** The same where the content brings its own cards: every other state stands in one. */
export function AnswerCard<Data>({ answer, none, children, ...grey }: Props<Data>) {
  const { data, error } = answer;
  if (data === undefined)
    return (
      <Card flush={!error}>
        <Answer answer={answer} {...grey}>
          {children}
        </Answer>
      </Card>
    );
  const empty = none?.(data);
  return empty ? <Card>{empty}</Card> : children(data);
}
