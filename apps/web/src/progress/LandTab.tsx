import type { IdleLandRow } from '@crm/api-contract/progress';
import { idleLandStates } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Area } from '../parts/text/Amounts.js';
import { Answer } from '../parts/layout/Answer.js';
import { Card } from '../parts/layout/Card.js';
import { daysBetween } from '../parts/text/days.js';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { LandPrint } from './LandPrint.js';
import { landGlyphs, landSaid } from './landWords.js';
import { PagesFoot } from './PagesFoot.js';
import { PlaceFilters, placeOf, usePlaceWords } from './PlaceFilters.js';
import { PrintButton } from './PrintButton.js';
import type { TabProps } from './ProgressPage.js';
import { useIdleLand } from './useProgress.js';

const LANDS_PER_PAGE = 50;

/** 闲置土地: how long granted land has had no construction start; reminders after 9, 12, 21 and 24 months. */
export default function LandTab({ address }: TabProps) {
  const translate = useTranslate();
  const { search, set } = address;
  const state = idleLandStates.find((one) => one === search.get('state'));
  const place = usePlaceWords(address);
  const page = Math.max(1, Number(search.get('page')) || 1);
  const answer = useIdleLand({ ...placeOf(address), state, page, perPage: LANDS_PER_PAGE });
  const { data } = answer;
  return (
    <>
      <PlaceFilters
        address={address}
        names={['state']}
        right={
          data && (
            <>
              <span className="caption">{translate('progress.asOf', { day: data.asOf })}</span>
              <PrintButton />
            </>
          )
        }
      >
        <FilterSelect
          label={translate('progress.land.state')}
          value={state ?? null}
          all={translate('progress.land.open')}
          options={idleLandStates.map((value) => ({
            value,
            label: `${translate(`progress.land.states.${value}`)} ${data?.counts[value] ?? ''}`,
          }))}
          onChange={(value) => set({ state: value })}
        />
      </PlaceFilters>
      <Card flush title={translate('progress.tabs.land')} caption={translate('progress.land.caption')}>
        <Answer
          answer={answer}
          rows={8}
          rowHeight={56}
          none={(data) =>
            data.rows.length === 0 && (
              <EmptyState
                icon="check"
                title={translate('progress.land.none')}
                why={translate('progress.land.noneWhy')}
              />
            )
          }
        >
          {(data) => (
            <>
              <ul className="lands">
                {data.rows.map((row) => (
                  <LandLine key={row.contractId} row={row} />
                ))}
              </ul>
              <PagesFoot address={address} page={page} perPage={LANDS_PER_PAGE} data={data} />
            </>
          )}
        </Answer>
      </Card>
      {data && <LandPrint data={data} place={place} state={state} />}
    </>
  );
}

function LandLine({ row }: { row: IdleLandRow }) {
  const translate = useTranslate();
  const whole = daysBetween(row.landGrantedOn, row.takeBackFrom);
  const at = (day: string) => `${Math.min(100, (daysBetween(row.landGrantedOn, day) / whole) * 100)}%`;
  const said = landSaid(row, translate);
  const verdict = landGlyphs[row.state];
  return (
    <li>
      <div className="who">
        <Link to={`/contracts/${row.contractId}/show`} className="strong">
          {row.enterpriseShortName || row.enterpriseName}
        </Link>
        <span className="caption ellipsis">{[row.parkName, row.projectName].join('·')}</span>
      </div>
      <div className="caption num mu">
        <Area mu={row.areaMu} />
      </div>
      <div
        className="clock"
        role="img"
        aria-label={`${translate('progress.land.idle', { smart_count: row.idleDays })} ${said}`}
      >
        <i className={verdict} style={{ width: `${Math.min(100, (row.idleDays / whole) * 100)}%` }} />
        {row.told.map(({ months, on }) => (
          <u
            key={months}
            style={{ left: at(on) }}
            data-months={months}
            title={translate('progress.land.mark', { months, day: on })}
          />
        ))}
      </div>
      <div className="say">
        <span className={`row ${verdict}`}>
          <VerdictGlyph verdict={verdict} />
          <b>{translate(`progress.land.states.${row.state}`)}</b>
        </span>
        <span className="caption">
          {translate('progress.land.idle', { smart_count: row.idleDays })}·
          {translate('progress.land.granted', { day: row.landGrantedOn })}
        </span>
        <span className="caption quiet">{said}</span>
      </div>
    </li>
  );
}
