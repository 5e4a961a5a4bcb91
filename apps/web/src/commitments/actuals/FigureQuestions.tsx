import type { Actual } from '@crm/api-contract/commitments';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Note } from '../../parts/marks/Note.js';
import { questionInWords } from './questionInWords.js';

/**
 * Doubts about a figure, shown but never corrected: it decreased, or its scale differs from earlier years or from its
 * promise.
 */
export function FigureQuestions({ contractId, actuals }: { contractId: string; actuals: readonly Actual[] }) {
  const translate = useTranslate();
  const questions = actuals.flatMap((actual) => actual.questions.map((question) => ({ actual, question })));
  if (questions.length === 0) return null;
  return (
    <div className="notes">
      {questions.map(({ actual, question }) => (
        <Note key={`${actual.id}${question.code}`} kind="warning">
          {questionInWords(translate, actual, question)}{' '}
          <Link to={`/actuals?contract=${contractId}&year=${actual.year}`}>{translate('actuals.checkSource')}</Link>
        </Note>
      ))}
    </div>
  );
}
