import type { MissedPromise } from '@crm/api-contract/decisions';
import type { PromisedIndicator } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import type { Question } from '../../portfolio/index.js';
import { usePlaces } from '../../reference/places.js';
import { PrintSheet } from '../../parts/layout/PrintSheet.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { PrintedTable } from '../../parts/tables/RecordTable.js';
import type { Missed, MissedQuestion } from '../useDecisions.js';

interface Props {
  question: Question;
  asked: MissedQuestion;
  missed: Missed;
  columns: readonly RecordColumn<MissedPromise>[];
}

/** The same on A4, with an empty column for the word of whoever decides. */
export function MissedPrint({ question, asked, missed, columns }: Props) {
  const translate = useTranslate();
  const { parks } = usePlaces();
  const scope = translate('decisions.missed.printScope', {
    park: parks.find((park) => park.id === question.park)?.name ?? translate('parts.filter.all'),
    year: question.year,
    indicator: asked.indicator
      ? translate(`indicators.name.${asked.indicator as PromisedIndicator}`)
      : translate('parts.filter.all'),
    day: missed.asOf,
  });
  return (
    <PrintSheet
      title={translate('decisions.missed.printTitle', { zone: translate('frame.zone') })}
      scope={scope}
      rule={translate('decisions.missed.printRule')}
    >
      <PrintedTable className="dz missedsheet" columns={columns} rows={missed.data} keyOf={({ id }) => id} />
    </PrintSheet>
  );
}
