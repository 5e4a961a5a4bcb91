import Button from '@mui/material/Button';
import Radio from '@mui/material/Radio';
import type { UnitCheck } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Card } from '../parts/layout/Card.js';
import { showWan } from '../parts/text/money.js';
import { showDecimal } from '../parts/text/numbers.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { bareHeader, type UnitWord } from './FileHead.js';

export const columnsOf = (columns: readonly string[]): string =>
  columns.length > 1 ? `${columns[0]}–${columns.at(-1)}` : (columns[0] ?? '');

/** As typed, in groups of three. */
const typedNumber = (text: string): string => showDecimal(text, text.split('.')[1]?.length ?? 0);
/** 9,999.9 times is ten thousand times; 23.27 times is an area. */
const factor = (apart: string): string => showDecimal(apart, Number(apart) >= 100 ? 0 : 2);

/** A missing or impossible unit: the effect of each choice, beside the column used for comparison. */
export function UnitQuestion({
  check,
  busy,
  onAnswer,
}: {
  check: UnitCheck;
  busy: boolean;
  onAnswer: (unit: string) => void;
}) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState(check.suggested ?? check.stated ?? check.readings[0]?.unit ?? '');
  const asks = check.group === 'days' || check.group === 'percent' ? check.group : 'unit';
  const title = translate(`imports.${asks}Title`, {
    columns: columnsOf(check.columns),
    header: bareHeader(check.header),
  });
  const unitName = (unit: string): string => translate(`imports.unit.${unit as UnitWord}`);
  return (
    <div className="unitcard">
      <Card
        title={
          <span className="row">
            <VerdictGlyph verdict="warning" size={14} />
            {title}
          </span>
        }
        caption={translate('imports.unitCaption')}
      >
        <div className="uq" role="radiogroup" aria-label={title}>
          {check.readings.map(({ unit, fits, of, example, means }) => (
            <label key={unit} className={unit === chosen ? 'op on' : 'op'}>
              <Radio size="small" checked={unit === chosen} onChange={() => setChosen(unit)} value={unit} />
              <div>
                <b>{unitName(unit)}</b>
                {example && (
                  <div className="quiet">
                    {unit === 'wan-total' || unit === 'yi-total'
                      ? translate('imports.unitRowTotal', {
                          row: example.row,
                          promise: `${typedNumber(example.promise)} ${unitName(unit === 'yi-total' ? 'yi' : 'wan')}`,
                          perMu: showWan(translate, example.perMuWan, 2),
                        })
                      : translate('imports.unitRow', {
                          row: example.row,
                          promise: typedNumber(example.promise),
                          area: showDecimal(example.areaMu, 2),
                          total: showWan(translate, example.promisedWan, 2),
                        })}
                  </div>
                )}
                {example ? (
                  <div className={`verdictword wrapped ${fits * 2 > of ? 'met' : 'breach'}`}>
                    <VerdictGlyph verdict={fits * 2 > of ? 'met' : 'breach'} />
                    {fits * 2 > of
                      ? translate('imports.unitFits', {
                          column: check.against ?? '',
                          stated: showWan(translate, example.statedWan),
                          fits,
                          of,
                        })
                      : translate('imports.unitApart', { column: check.against ?? '', apart: factor(example.apart) })}
                  </div>
                ) : (
                  <div className="caption">
                    {means ? translate('imports.unitMeans', { ...means, of }) : translate('imports.unitUnknown')}
                  </div>
                )}
              </div>
            </label>
          ))}
          <div className="answer">
            <Button variant="contained" disabled={busy || chosen === ''} onClick={() => onAnswer(chosen)}>
              {translate('imports.unitUse', { unit: unitName(chosen) })}
            </Button>
            <span className="caption">{translate('imports.unitRemember')}</span>
          </div>
        </div>
      </Card>
    </div>
  );
}
