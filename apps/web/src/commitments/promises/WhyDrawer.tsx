import { actuals, commitments, decisions } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Actual, Assessment } from '@crm/api-contract/commitments';
import type { Contract } from '@crm/api-contract/contracts';
import { isLive } from '@crm/domain/contracts';
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core';
import type { CSSProperties } from 'react';
import { counted } from '../../parts/text/money.js';
import { showInstant } from '../../parts/text/days.js';
import { Icon } from '../../parts/marks/Icon.js';
import { SideDrawer } from '../../parts/layout/SideDrawer.js';
import { Tag } from '../../parts/marks/Tag.js';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import { useMay } from '../../providers/abilities.js';
import { copyText } from '../../parts/text/copyText.js';
import { countedAs, exactly, scaleOf, stepsOf, type Scale } from './explain.js';
import { AttainmentBar } from './PromiseTable.js';
import { shown } from './quantities.js';
import {
  isActual,
  isRefundIn,
  marked,
  sentenceOfAssessment,
  sourceInWords,
  termInWords,
  unitInWords,
  type Words,
} from './whyWords.js';
import '../../parts/layout/reading.css';
import './promises.css';

interface Props {
  assessment: Assessment;
  contract: Contract;
  /** The figure used for the assessment, if there is one. */
  actual: Actual | null;
  /** Missed and not yet decided. */
  undecided: boolean;
  onClose: () => void;
  onOpen: (drawer: Record<string, string | null>) => void;
}

/** Inputs that are shown elsewhere or follow from the calendar. */
const unsaid = ['asOf', 'year', 'lateFrom', 'dueOn'];

/** Labels below the bar, from left to right: an upper bound comes before its tolerance. */
function markedPlaces(
  translate: TranslateFunction,
  assessment: Assessment,
  scale: Scale,
): { name: string; at: number; value: string }[] {
  const upper = assessment.bound === 'at-most';
  const required = {
    name: upper ? 'why.boundMark' : 'why.requiredMark',
    at: scale.required,
    value: shown(translate, assessment, assessment.required),
  };
  if (!scale.tolerated || scale.tolerance === null) return [required];
  const tolerated = {
    name: 'why.toleranceMark',
    at: scale.tolerance,
    value: shown(translate, assessment, scale.tolerated.toFixed()),
  };
  return upper ? [required, tolerated] : [tolerated, required];
}

/**
 * 为什么: the sentence, the bar with its two marks, the clause, each number with its source, and the exact calculation.
 */
export function WhyDrawer({ assessment, contract, actual, undecided, onClose, onOpen }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const may = useMay();
  const words: Words = { translate, assessment, contract, actual };
  const verdict = translate(`parts.verdict.${assessment.verdict}`);
  const title = translate('why.title', {
    year: assessment.year,
    indicator: translate(`indicators.short.${assessment.indicator}`),
    verdict,
  });
  const inputs = assessment.because.inputs.filter(
    ({ name, value }) => !unsaid.includes(name) && value !== null && !(name === 'requiredPercent' && value === '100'),
  );
  const count = counted(translate);
  const steps = stepsOf(assessment, count);
  const scale = scaleOf(assessment);
  const sentence = sentenceOfAssessment(words);

  const copy = async () => {
    const lines = [
      `${contract.number} ${contract.projectName}（${contract.enterpriseName}）`,
      title,
      sentence.replace(/\*\*|##/g, ''),
      ...(assessment.because.clause ? [`${translate('why.clause')}：${assessment.because.clause}`] : []),
      ...inputs.map(
        (input) =>
          `${termInWords(words, input.name)} ${exactly(countedAs(input.name, input.value!, count))} ${unitInWords(words, input.unit)}（${sourceInWords(words, input)}${isRefundIn(words, input) ? ` ${translate('actuals.refund')}` : ''}）`,
      ),
      ...steps.map((step) => `${termInWords(words, step.name)}：${step.text} = ${step.result}`),
    ];
    notify(translate((await copyText(lines.join('\n'))) ? 'why.copied' : 'why.notCopied'));
  };

  const mayCorrect = actual !== null && !actual.locked && may(actuals.correct, actual);
  const mayDecide =
    undecided && assessment.verdict !== 'no-data' && isLive(contract.status) && may(decisions.create, contract);
  // A decision may be a waiver; without a decision, the year can also be waived directly.
  const mayWaive =
    !mayDecide && ['breach', 'warning', 'no-data'].includes(assessment.verdict) && may(commitments.waive, contract);
  const mayReport = actual === null && assessment.verdict === 'no-data' && may(actuals.create, contract);
  return (
    <SideDrawer
      title={title}
      caption={<VerdictChip verdict={assessment.verdict} />}
      onClose={onClose}
      foot={
        <>
          {mayReport && (
            <Button
              variant="contained"
              onClick={() => onOpen({ report: '1', year: String(assessment.year), indicator: assessment.indicator })}
            >
              {translate('contracts.action.report')}
            </Button>
          )}
          {mayDecide && (
            <Button variant="contained" onClick={() => onOpen({ decide: assessment.id })}>
              {translate('why.decide')}
            </Button>
          )}
          {mayWaive && (
            <Button onClick={() => onOpen({ waive: assessment.commitmentId, year: String(assessment.year) })}>
              {translate('why.waive')}
            </Button>
          )}
          {mayCorrect && <Button onClick={() => onOpen({ correct: actual.id })}>{translate('why.correct')}</Button>}
          <span className="spacer" />
          <Button variant="text" onClick={() => void copy()}>
            {translate('why.copy')}
          </Button>
        </>
      }
    >
      <p className="sentence">{marked(sentence, assessment.verdict)}</p>
      {scale && assessment.actual !== null && (
        <div className="scale">
          <AttainmentBar assessment={assessment} marks />
          <div className={scale.actual !== null && scale.actual <= 38 ? 'scalelabels atmarks' : 'scalelabels'}>
            <span style={{ '--at': `${scale.actual}%` } as CSSProperties}>
              {translate('why.actualMark', { wan: shown(translate, assessment, assessment.actual) })}
            </span>
            {markedPlaces(translate, assessment, scale).map(({ name, at, value }) => (
              <span key={name} style={{ '--at': `${at}%` } as CSSProperties}>
                {translate(name, { wan: value })}
              </span>
            ))}
          </div>
        </div>
      )}
      <h3>{translate('why.clause')}</h3>
      <div className="quote">
        {assessment.because.clause ?? translate('why.noClause')}
        <div className="caption">{contract.number}</div>
      </div>
      <h3>{translate('why.inputs')}</h3>
      <table className="values">
        <tbody>
          {inputs.map((input) => (
            <tr key={input.name}>
              <th scope="row">{termInWords(words, input.name)}</th>
              <td className="num">
                {exactly(countedAs(input.name, input.value!, count))} <s>{unitInWords(words, input.unit)}</s>
              </td>
              <td className="caption">
                {sourceInWords(words, input)} {isRefundIn(words, input) && <Tag>{translate('actuals.refund')}</Tag>}
                {isActual(input.name) && actual?.locked && (
                  <Icon name="lock" size={13} label={translate('parts.amount.locked')} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {steps.length > 0 && (
        <>
          <h3>{translate('why.steps')}</h3>
          <div className="calculation">
            {steps.map((step) => (
              <div key={step.name}>
                <span>{termInWords(words, step.name)}</span>
                <span>{step.text}</span>
                <b>{step.result}</b>
              </div>
            ))}
          </div>
        </>
      )}
      <p className="caption assessedat">
        {translate('why.assessedAt', { at: showInstant(assessment.knownAt), day: assessment.asOf })}
      </p>
    </SideDrawer>
  );
}
