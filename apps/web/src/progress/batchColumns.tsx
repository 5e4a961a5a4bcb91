import { batches, type Batch } from '@crm/domain/progress';
import type { TranslateFunction } from 'ra-core';
import { Link } from 'react-router';
import type { RecordColumn } from '../parts/tables/columns.js';
import { Money } from '../parts/text/Amounts.js';
import { showWan } from '../parts/text/money.js';
import type { Batches } from './useProgress.js';

export type Grouping = 'parks' | 'industries';
export type BatchGroup = Batches['parks'][number];
/** The address of the rows behind a number. */
export type RowsOf = (batch: Batch, more?: Record<string, string>) => string;

const printedAmount = (translate: TranslateFunction, wan: string) => (wan === '0' ? '' : showWan(translate, wan, 2));

/** A park, or an industry, by batch: how many and how much. The line of sums is the whole zone. */
export const batchColumns = (
  translate: TranslateFunction,
  data: Batches,
  by: Grouping,
  to: RowsOf,
): RecordColumn<BatchGroup>[] => {
  const word = by === 'parks' ? 'park' : 'industry';
  return [
    {
      source: 'name',
      label: `contracts.${word}`,
      className: 'group',
      cell: ({ name }) => name,
      sum: translate('progress.batches.sum'),
    },
    ...batches.flatMap((batch): RecordColumn<BatchGroup>[] => [
      {
        source: batch,
        label: `progress.batches.of.${batch}`,
        unit: 'progress.unit',
        number: true,
        cell: ({ key, batches: of }) =>
          of[batch].count > 0 ? (
            <Link to={to(batch, { [word]: key })}>{of[batch].count}</Link>
          ) : (
            <span className="faint">·</span>
          ),
        printed: ({ batches: of }) => of[batch].count,
        sum: <Link to={to(batch)}>{data.batches[batch].count}</Link>,
        printedSum: data.batches[batch].count,
      },
      {
        source: `${batch}-wan`,
        label: 'progress.batches.amount',
        unit: 'parts.unit.wan',
        number: true,
        cell: ({ batches: of }) =>
          of[batch].amountWan !== '0' && (
            <span className="quiet">
              <Money wan={of[batch].amountWan} unit="wan" bare />
            </span>
          ),
        printed: ({ batches: of }) => printedAmount(translate, of[batch].amountWan),
        sum: <Money wan={data.batches[batch].amountWan} unit="wan" bare />,
        printedSum: printedAmount(translate, data.batches[batch].amountWan),
      },
    ]),
  ];
};
