import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { problemOf, sentenceOf } from '../../providers/problem.js';
import { VerdictGlyph } from '../marks/VerdictGlyph.js';

/**
 * What happened and what to do, in the reader's language; a retry button if that may help; the trace number for
 * support.
 */
export function ErrorSentence({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const translate = useTranslate();
  const problem = problemOf(error);
  return (
    <div className="failure" role="alert">
      <div className="say">
        <VerdictGlyph verdict="breach" size={14} />
        <span>{sentenceOf(problem, translate)}</span>
      </div>
      {problem.errors.length > 1 && (
        <ul>
          {problem.errors.map((one) => (
            <li key={`${one.pointer}${one.code}`}>
              {sentenceOf({ ...problem, code: one.code, facts: one.params ?? {}, detail: one.message }, translate)}
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        {onRetry && <Button onClick={onRetry}>{translate('parts.error.retry')}</Button>}
        {problem.traceId && (
          <span className="caption code">{translate('parts.error.trace', { trace: problem.traceId })}</span>
        )}
      </div>
    </div>
  );
}
