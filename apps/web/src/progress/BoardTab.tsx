import type { BoardRow } from '@crm/api-contract/progress';
import { milestoneKinds } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { ListFoot } from '../parts/tables/ListFoot.js';
import { stopKinds, stopsOf } from '../contracts/index.js';
import { Answer } from '../parts/layout/Answer.js';
import { Card } from '../parts/layout/Card.js';
import { daysBetween } from '../parts/text/days.js';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { BoardPrint } from './BoardPrint.js';
import { PlaceFilters, placeOf, usePlaceWords } from './PlaceFilters.js';
import { PrintButton } from './PrintButton.js';
import type { TabProps } from './ProgressPage.js';
import { StopCell } from './StopCell.js';
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
              <span className="t-cap nw" aria-live="polite">
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
          options={['yes', 'no'].map((value) => ({ value, label: translate(`progress.late.${value}`) }))}
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
              <ScrollX label={translate('progress.tabs.milestones')}>
                <table className="plain board">
                  <thead>
                    <tr>
                      <th scope="col">{translate('contracts.enterprise')}</th>
                      {stopKinds.map((one) => (
                        <th key={one} scope="col">
                          {translate(`contracts.stop.${one}`)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {data.data.map((row) => (
                      <BoardLine key={row.contractId} row={row} today={today} />
                    ))}
                  </tbody>
                </table>
              </ScrollX>
              {data.total > PER_PAGE && (
                <ListFoot
                  page={page}
                  perPage={PER_PAGE}
                  total={data.total}
                  shown={data.data.length}
                  onPage={(next) => set({ page: next === 1 ? null : String(next) })}
                />
              )}
            </>
          )}
        </Answer>
      </Card>
      {data && <BoardPrint data={data} today={today} scope={scope} />}
    </>
  );
}

function BoardLine({ row, today }: { row: BoardRow; today: string }) {
  const translate = useTranslate();
  const stops = stopsOf(row, today);
  return (
    <tr>
      <th scope="row">
        <Link to={`/contracts/${row.contractId}/show`} className="b">
          {row.enterpriseShortName || row.enterpriseName}
        </Link>
        <div className="t-cap">{[row.parkName, row.projectName].join('·')}</div>
        {row.worstOwedOn && (
          <div className="t-cap b breach phoneonly">
            {translate('contracts.stop.overdue', { smart_count: daysBetween(row.worstOwedOn, today) })}
          </div>
        )}
      </th>
      {stops.map((stop) => (
        <td key={stop.kind}>
          <StopCell stop={stop} />
        </td>
      ))}
    </tr>
  );
}
