import type { Actual } from '@crm/api-contract/commitments';
import { decimal } from '@crm/domain/quantities';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { amountBefore, unitAfter } from '../../reference/quantities.js';
import { Note } from '../../parts/marks/Note.js';

/** What is odd about a figure, asked and never mended: a cumulative one that fell, one out of scale with its past. */
export function FigureQuestions({ contractId, actuals }: { contractId: string; actuals: readonly Actual[] }) {
  const translate = useTranslate();
  const questions = actuals.flatMap((actual) => actual.questions.map((question) => ({ actual, question })));
  if (questions.length === 0) return null;
  return (
    <div className="notes">
      {questions.map(({ actual, question: { code, facts } }) => (
        <Note key={`${actual.id}${code}`} kind="w">
          {translate(`actuals.question.${code.replace('actual.', '')}`, {
            year: actual.year,
            indicator: translate(`performance.indicator.${actual.indicator}`),
            unit: unitAfter(translate, actual.unit),
            now: amountBefore(translate, actual.unit, String(facts.now)),
            before: amountBefore(translate, actual.unit, String(facts.before)),
            beforeYear: facts.year ?? '',
            less: amountBefore(
              translate,
              actual.unit,
              decimal(String(facts.before)).minus(String(facts.now)).abs().toFixed(),
            ),
          })}{' '}
          <Link to={`/actuals?contract=${contractId}&year=${actual.year}`}>{translate('actuals.checkSource')}</Link>
        </Note>
      ))}
    </div>
  );
}
