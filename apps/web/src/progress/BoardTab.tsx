import { milestoneKinds } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { Answer } from '../parts/layout/Answer.js';
import { Card } from '../parts/layout/Card.js';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { boardColumns } from './boardColumns.js';
import { BoardPrint } from './BoardPrint.js';
import { PagesFoot } from './PagesFoot.js';
import { PlaceFilters, placeOf, usePlaceWords } from './PlaceFilters.js';
import { PrintButton } from './PrintButton.js';
import type { TabProps } from './ProgressPage.js';
import { useBoard } from './useProgress.js';

/** The page size of useBoard. */
const PER_PAGE = 25;

/** 里程碑 by enterprise and milestone, the longest overdue first. */
export default function BoardTab({ address, today }: TabProps) {
  const translate = useTranslate();
  const { search, set } = address;
  const page = Math.max(1, Number(search.get('page')) || 1);
  const kind = milestoneKinds.find((one) => one === search.get('kind'));
  const late = search.get('late');
  const filter = {
    ...placeOf(address),
    ...(kind ? { kind } : {}),
    ...(late === 'yes' || late === 'no' ? { late: late === 'yes' } : {}),
  };
  const scope = [
    usePlaceWords(address),
    kind && translate(`contracts.stop.${kind}`),
    (late === 'yes' || late === 'no') && translate(`progress.late.${late}`),
  ]
    .filter(Boolean)
    .join('·');
  const answer = useBoard(filter, page);
  const { data } = answer;
  return (
    <>
      <PlaceFilters
        address={address}
        names={['kind', 'late']}
        right={
          data && (
            <>
              <span className="caption nowrap" aria-live="polite">
                {translate('contracts.count', { smart_count: data.total })}
              </span>
              <PrintButton />
            </>
          )
        }
      >
        <FilterSelect
          label={translate('progress.stop')}
          value={kind ?? null}
          options={milestoneKinds.map((value) => ({ value, label: translate(`contracts.stop.${value}`) }))}
          onChange={(value) => set({ kind: value })}
        />
        <FilterSelect
          label={translate('progress.punctual')}
          value={late}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: translate(`progress.late.${value}`) }))}
          onChange={(value) => set({ late: value })}
        />
      </PlaceFilters>
      <Card flush label={translate('progress.tabs.milestones')}>
        <Answer
          answer={answer}
          rows={12}
          rowHeight={52}
          none={(data) =>
            data.data.length === 0 && (
              <EmptyState
                icon="milestones"
                title={translate(Object.keys(filter).length > 0 ? 'contracts.noneMatch' : 'progress.none')}
                why={translate(Object.keys(filter).length > 0 ? 'contracts.noneMatchWhy' : 'progress.noneWhy')}
              />
            )
          }
        >
          {(data) => (
            <>
              <RowsTable
                name="progress-board"
                className="stopboard"
                label={translate('progress.tabs.milestones')}
                columns={boardColumns(today)}
                rows={data.data.map((row) => ({ ...row, id: row.contractId }))}
              />
              <PagesFoot
                address={address}
                page={page}
                perPage={PER_PAGE}
                data={{ total: data.total, rows: data.data }}
              />
            </>
          )}
        </Answer>
      </Card>
      {data && <BoardPrint data={data} today={today} scope={scope} />}
    </>
  );
}
