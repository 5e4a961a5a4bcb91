import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { showDecimal } from '../parts/text/numbers.js';
import type { Verdict } from '../parts/marks/verdict.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { StepProgress, useProgressWords } from './StepProgress.js';
import type { importsZh } from './imports.zh.js';
import { columnsOf } from './UnitQuestion.js';

/** A unit of a column, as the server names it. */
export type UnitWord = keyof typeof importsZh.imports.unit;

const passedOver = ['heading', 'subtotal', 'total', 'empty', 'note', 'header', 'person'] as const;

function Count({ verdict, word, count, more }: { verdict: Verdict; word: string; count: number; more?: string }) {
  return (
    <span className={`verdictword ${verdict === 'not-due' ? 'quiet' : verdict}`}>
      <VerdictGlyph verdict={verdict} /> {word} <b>{count}</b>
      {more}
    </span>
  );
}

/** The file, the progress of its check, and its result. */
export function FileHead({ record }: { record: Import }) {
  const translate = useTranslate();
  const { counts, headerRows, notices } = record;
  const progressWords = useProgressWords();
  const comma = translate('imports.comma');
  const rows = headerRows
    ? headerRows.first === headerRows.last
      ? String(headerRows.first)
      : `${headerRows.first}–${headerRows.last}`
    : '';
  const skippedBy = counts
    ? passedOver
        .flatMap((kind) =>
          counts.skippedBy[kind] > 0 ? [translate(`imports.skippedBy.${kind}`, { count: counts.skippedBy[kind] })] : [],
        )
        .join(comma)
    : '';
  const mended = notices.filter(({ notice }) => !notice.startsWith('figure.'));
  const doubtful = notices.filter(({ notice }) => notice.startsWith('figure.'));
  const words = (of: typeof notices): string =>
    of.map(({ notice, count }) => translate(`imports.notice.${notice}`, { count })).join(comma);
  const stated = record.units.find(
    ({ group, question, readings, stated: unit, chosen }) =>
      group === 'promises' && !question && readings.some((one) => one.unit === (chosen ?? unit) && one.of > 0),
  );
  const inUse = stated?.readings.find(({ unit }) => unit === (stated.chosen ?? stated.stated));
  return (
    <section className="card fhead" aria-label={record.fileName}>
      <div className="row wrap">
        <b>{record.fileName}</b>
        <span className="caption">
          {[
            record.sheet ? translate('imports.sheet', { sheet: record.sheet }) : '',
            rows ? translate('imports.header', { rows }) : '',
            translate('imports.dryRun'),
          ]
            .filter(Boolean)
            .join(comma)}
        </span>
        <span className="spacer" />
        <span className="quiet">
          {record.status === 'checking'
            ? progressWords(record)
            : translate('imports.checked', {
                done: showDecimal(record.progress.done),
                total: showDecimal(record.progress.total),
              })}
        </span>
        {record.status === 'checking' && <span className="caption">{translate('imports.leave')}</span>}
      </div>
      <StepProgress record={record} label={translate('imports.step.check')} />
      {counts && (
        <div className="cnt">
          <Count verdict="met" word={translate('imports.valid')} count={counts.valid} />
          <Count verdict="breach" word={translate('imports.invalid')} count={counts.invalid} />
          {record.units.some(({ question }) => question) && (
            <Count
              verdict="warning"
              word={translate('imports.unitOpen')}
              count={record.units.filter(({ question }) => question).length}
            />
          )}
          {record.questions.some(({ confirmed }) => !confirmed) && (
            <Count
              verdict="warning"
              word={translate('imports.question.asked')}
              count={record.questions.filter(({ confirmed }) => !confirmed).length}
            />
          )}
          {counts.unchanged > 0 && (
            <Count verdict="waived" word={translate('imports.unchanged')} count={counts.unchanged} />
          )}
          {counts.differs > 0 && <Count verdict="warning" word={translate('imports.differs')} count={counts.differs} />}
          <Count
            verdict="not-due"
            word={translate('imports.skipped')}
            count={counts.skipped}
            more={skippedBy ? translate('imports.bracketed', { text: skippedBy }) : ''}
          />
          <span className="spacer" />
          {doubtful.length > 0 && (
            <span className="verdictword warning">
              <VerdictGlyph verdict="warning" /> {words(doubtful)}
            </span>
          )}
          {mended.length > 0 && (
            <span className="caption">
              {translate('imports.mended', {
                count: mended.reduce((sum, { count }) => sum + count, 0),
                what: words(mended),
              })}
            </span>
          )}
        </div>
      )}
      {stated && inUse && (
        <div className="verdictword met unitline">
          <VerdictGlyph verdict={inUse.fits === inUse.of ? 'met' : 'warning'} />
          <span>
            {translate('imports.unitStated', {
              columns: columnsOf(stated.columns),
              header: bareHeader(stated.header),
              unit: translate(`imports.unit.${inUse.unit as UnitWord}`),
              column: stated.against ?? '',
              fits: showDecimal(inUse.fits),
              of: showDecimal(inUse.of),
            })}
          </span>
        </div>
      )}
    </section>
  );
}

/** 对赌指标（万元/亩） → 对赌指标. */
export const bareHeader = (header: string): string => header.replace(/[（(][^（）()]*[）)]/gu, '').trim();
