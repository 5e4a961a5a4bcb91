import type { Assessment } from '@crm/api-contract/commitments';
import { isRefund } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { Tag } from '../../parts/marks/Tag.js';

/** Below the actual value: a refund of tax, not verified, sources that disagree, or a source chosen by a manager. */
export function FigureMarks({ assessment }: { assessment: Assessment }) {
  const translate = useTranslate();
  const sources = assessment.because.inputs.flatMap(({ source }) => (source.verified === undefined ? [] : [source]));
  const chosen = sources.find(({ chosenBecause }) => chosenBecause);
  const marks = [
    assessment.actual !== null &&
      isRefund(assessment.indicator, assessment.actual) && { word: 'actuals.refund', title: undefined },
    sources.some(({ verified }) => !verified) && { word: 'actuals.notVerified' },
    sources.some(({ rivals }) => rivals) && { word: 'actuals.disagreeing' },
    chosen && { word: 'actuals.chosen', title: chosen.chosenBecause },
  ].filter((mark) => mark !== false && mark !== undefined);
  if (marks.length === 0) return null;
  return (
    <div className="figuremarks">
      {marks.map(({ word, title }) => (
        <span key={word} title={title}>
          <Tag>{translate(word)}</Tag>
        </span>
      ))}
    </div>
  );
}
