import IconButton from '@mui/material/IconButton';
import type { BoardRow } from '@crm/api-contract/progress';
import { milestoneKinds } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { stopsOf, type Stop } from '../contracts/page/stops.js';
import { Card } from '../parts/Card.js';
import { daysBetween, showDay } from '../parts/days.js';
import { ErrorSentence } from '../parts/ErrorSentence.js';
import { FilterSelect } from '../parts/FilterSelect.js';
import { Icon } from '../parts/Icon.js';
import { showDecimal } from '../parts/numbers.js';
import { ScrollX } from '../parts/Small.js';
import { EmptyState, SkeletonTable } from '../parts/Waiting.js';
import { VerdictGlyph } from '../parts/VerdictGlyph.js';
import { PlaceFilters, placeOf } from './PlaceFilters.js';
import type { TabProps } from './ProgressPage.js';
import { useBoard } from './useProgress.js';

const columns = ['signed', 'land-granted', 'construction-start', 'completion', 'production-start', 'full-production'] as const;

/** 里程碑: firm by stop, the longest overdue first. */
export default function BoardTab({ address, today }: TabProps) {
  const translate = useTranslate();
  const { search, set } = address;
  const page = Math.max(1, Number(search.get('page')) || 1);
  const kind = milestoneKinds.find((one) => one === search.get('kind'));
  const late = search.get('late');
  const filter = { ...placeOf(address), ...(kind ? { kind } : {}), ...(late === 'yes' || late === 'no' ? { late: late === 'yes' } : {}) };
  const { data, error, refetch } = useBoard(filter, page);
  return (
    <>
      <PlaceFilters address={address} names={['kind', 'late']} right={data && <span className="t-cap nw" aria-live="polite">{translate('contracts.count', { smart_count: data.total })}</span>}>
        <FilterSelect label={translate('progress.stop')} value={kind ?? null} options={milestoneKinds.map((value) => ({ value, label: translate(`contracts.stop.${value}`) }))} onChange={(value) => set({ kind: value })} />
        <FilterSelect label={translate('progress.punctual')} value={late} options={['yes', 'no'].map((value) => ({ value, label: translate(`progress.late.${value}`) }))} onChange={(value) => set({ late: value })} />
      </PlaceFilters>
      <Card flush label={translate('progress.tabs.milestones')}>
        {error && !data ? (
          <ErrorSentence error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonTable rows={12} rowHeight={52} />
        ) : data.data.length === 0 ? (
          <EmptyState icon="milestones" title={translate(Object.keys(filter).length > 0 ? 'contracts.noneMatch' : 'progress.none')} why={translate(Object.keys(filter).length > 0 ? 'contracts.noneMatchWhy' : 'progress.noneWhy')} />
        ) : (
          <>
            <ScrollX label={translate('progress.tabs.milestones')}>
              <table className="plain board">
                <thead>
                  <tr>
                    <th scope="col">{translate('contracts.enterprise')}</th>
                    {columns.map((one) => (
                      <th key={one} scope="col">{translate(`contracts.stop.${one}`)}</th>
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
            {data.total > 25 && <Pages page={page} total={data.total} shown={data.data.length} onPage={(next) => set({ page: next === 1 ? null : String(next) })} />}
          </>
        )}
      </Card>
    </>
  );
}

function BoardLine({ row, today }: { row: BoardRow; today: string }) {
  const translate = useTranslate();
  const stops = stopsOf(row, today);
  return (
    <tr>
      <th scope="row">
        <Link to={`/contracts/${row.contractId}/show`} className="b">{row.enterpriseShortName || row.enterpriseName}</Link>
        <div className="t-cap">{[row.parkName, row.projectName].join('·')}</div>
        {row.worstOwedOn && <div className="t-cap b breach phoneonly">{translate('contracts.stop.overdue', { smart_count: daysBetween(row.worstOwedOn, today) })}</div>}
      </th>
      {stops.map((stop) => (
        <td key={stop.kind}>
          <StopCell stop={stop} />
        </td>
      ))}
    </tr>
  );
}

/** Glyph by punctuality; the day it came or is owed, and how late. */
function StopCell({ stop }: { stop: Stop }) {
  const translate = useTranslate();
  const { actual, planned, extendedTo, days, verdict } = stop;
  if (actual === null && planned === null) return <span className="t-3">·</span>;
  const clock = actual !== null ? (days === null || days <= 0 ? null : translate(extendedTo ? 'contracts.stop.lateExtended' : 'contracts.stop.late', { smart_count: days })) : days !== null && days > 0 ? translate('contracts.stop.overdue', { smart_count: days }) : extendedTo ? translate('contracts.stop.extended', { day: showDay(extendedTo) }) : null;
  return (
    <span className="stopcell">
      <VerdictGlyph verdict={verdict} size={13} label={translate(`parts.verdict.${verdict}`)} />
      <span>
        <span className={actual === null ? 'nw t-2' : 'nw'}>{actual ?? planned}</span>
        {clock && <span className={`nw t-cap ${verdict === 'not-due' || verdict === 'met' ? '' : `b ${verdict}`}`}>{clock}</span>}
      </span>
    </span>
  );
}

function Pages({ page, total, shown, onPage }: { page: number; total: number; shown: number; onPage: (page: number) => void }) {
  const translate = useTranslate();
  const from = (page - 1) * 25 + 1;
  return (
    <div className="listfoot">
      <span className="t-cap">{translate('ra.navigation.page_range_info', { offsetBegin: showDecimal(from), offsetEnd: showDecimal(from + shown - 1), total: showDecimal(total) })}</span>
      <span className="sp" />
      <IconButton className="edged" disabled={page === 1} aria-label={translate('ra.navigation.previous')} onClick={() => onPage(page - 1)}>
        <Icon name="left" />
      </IconButton>
      <IconButton className="edged" disabled={page * 25 >= total} aria-label={translate('ra.navigation.next')} onClick={() => onPage(page + 1)}>
        <Icon name="right" />
      </IconButton>
    </div>
  );
}
