import { checkUps } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { CheckUpRow } from '@crm/api-contract/progress';
import { checkUpRules } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { DayBox } from '../parts/fields/DayBox.js';
import { Money } from '../parts/text/Amounts.js';
import { Card, Strip } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { Icon } from '../parts/marks/Icon.js';
import { KeyNumber } from '../parts/marks/KeyNumber.js';
import { showDecimal } from '../parts/text/numbers.js';
import { Segmented } from '../parts/fields/Segmented.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { useMay } from '../providers/abilities.js';
import { CheckUpPrint } from './CheckUpPrint.js';
import { flagSaid, glyphOf, plainPercent } from './flagWords.js';
import { LimitsDrawer } from './LimitsDrawer.js';
import { PagesFoot } from './PagesFoot.js';
import { PlaceFilters, placeOf, usePlaceWords } from './PlaceFilters.js';
import type { TabProps } from './ProgressPage.js';
import { useCheckUps } from './useProgress.js';

const PROJECTS_PER_PAGE = 50;

/** 项目体检: projects that do not start or whose money is late; each flag with its rule and number. */
export default function CheckUpTab({ address, today }: TabProps) {
  const translate = useTranslate();
  const mayChange = useMay()(checkUps.setLimits);
  const { search, set } = address;
  const asOf = /^\d{4}-\d\d-\d\d$/.test(search.get('asOf') ?? '') ? search.get('asOf')! : today;
  const known = search.get('known') === 'then' ? 'then' : 'now';
  const page = Math.max(1, Number(search.get('page')) || 1);
  const place = usePlaceWords(address);
  const flag = checkUpRules.find((one) => one === search.get('flag'));
  const { data, error, refetch } = useCheckUps({
    ...placeOf(address),
    asOf,
    known,
    flag,
    page,
    perPage: PROJECTS_PER_PAGE,
  });
  const to = (rule: string) =>
    `/progress?${new URLSearchParams([...[...search.entries()].filter(([name]) => name !== 'flag' && name !== 'page'), ...(rule === flag ? [] : [['flag', rule]])] as [string, string][])}`;
  return (
    <>
      <PlaceFilters
        address={address}
        names={['flag', 'asOf', 'known']}
        right={
          <>
            <Button className="printer" startIcon={<Icon name="print" />} onClick={() => window.print()}>
              {translate('overview.print')}
            </Button>
            {mayChange && (
              <Button onClick={() => set({ limits: '1' })}>{translate('progress.checkUp.changeLimits')}</Button>
            )}
          </>
        }
      >
        <label className={asOf === today ? 'field' : 'field on'}>
          <span className="label">{translate('progress.day')}</span>
          <DayBox
            value={asOf}
            max={today}
            onChange={(day) => set({ asOf: day === today || day === '' ? null : day })}
          />
        </label>
        <FilterSelect
          label={translate('progress.checkUp.flag')}
          value={flag ?? null}
          options={checkUpRules.map((value) => ({ value, label: translate(`progress.checkUp.rules.${value}`) }))}
          onChange={(value) => set({ flag: value })}
        />
        {asOf !== today && (
          <Segmented
            value={known}
            label={translate('progress.known.label')}
            onChange={(value) => set({ known: value === 'now' ? null : value })}
            choices={[
              { value: 'now', label: translate('progress.known.now') },
              { value: 'then', label: translate('progress.known.then') },
            ]}
          />
        )}
      </PlaceFilters>
      {error && !data ? (
        <Card>
          <ErrorSentence error={error} onRetry={() => void refetch()} />
        </Card>
      ) : !data ? (
        <Card flush>
          <SkeletonTable rows={8} rowHeight={52} />
        </Card>
      ) : (
        <>
          <Strip label={translate('progress.tabs.check-up')}>
            <KeyNumber
              name={translate('progress.checkUp.flagged')}
              value={showDecimal(data.flagged)}
              unit={translate('progress.checkUp.of', { smart_count: data.examined })}
            />
            {checkUpRules.map((rule) => (
              <KeyNumber
                key={rule}
                name={translate(`progress.checkUp.rules.${rule}`)}
                against={translate(`progress.checkUp.limit.${rule}`, limitFacts(data.limits))}
                value={showDecimal(data.counts[rule])}
                unit={translate('progress.unit')}
                to={to(rule)}
              />
            ))}
          </Strip>
          <Card
            flush
            title={translate('progress.checkUp.list')}
            caption={translate(data.known === 'then' ? 'progress.checkUp.asThen' : 'progress.checkUp.asNow', {
              day: data.asOf,
            })}
          >
            {data.rows.length === 0 ? (
              <EmptyState
                icon="check"
                title={translate('progress.checkUp.none')}
                why={translate('progress.checkUp.noneWhy', { smart_count: data.examined })}
              />
            ) : (
              <>
                <ul className="flagged">
                  {data.rows.map((row) => (
                    <FlaggedLine key={row.projectId} row={row} />
                  ))}
                </ul>
                <PagesFoot address={address} page={page} perPage={PROJECTS_PER_PAGE} data={data} />
              </>
            )}
          </Card>
          <CheckUpPrint data={data} place={place} flag={flag} />
        </>
      )}
      {search.get('limits') && mayChange && data && (
        <LimitsDrawer limits={data.limits} onClose={() => set({ limits: null })} />
      )}
    </>
  );
}

const limitFacts = ({
  monthsToStart,
  monthsToFirstMoney,
  leastPercent,
  monthsBetweenMoney,
}: {
  monthsToStart: number;
  monthsToFirstMoney: number;
  leastPercent: string;
  monthsBetweenMoney: number;
}) => ({ monthsToStart, monthsToFirstMoney, leastPercent, monthsBetweenMoney });

function FlaggedLine({ row }: { row: CheckUpRow }) {
  const translate = useTranslate();
  return (
    <li>
      <div className="who">
        <Link to={`/contracts/${row.contractId}/show?tab=receipts`} className="strong">
          {row.projectName}
        </Link>
        <span className="caption ellipsis">
          {[row.enterpriseShortName || row.enterpriseName, row.parkName, row.officerName].filter(Boolean).join('·')}
        </span>
      </div>
      <div className="facts2 caption">
        <span>{translate('progress.checkUp.signed', { day: row.projectSignedOn })}</span>
        <span>
          {row.startedOn
            ? translate('progress.checkUp.started', { day: row.startedOn })
            : translate('progress.checkUp.notStarted')}
        </span>
        <span className="nowrap">
          {translate('progress.checkUp.arrived')} <Money wan={row.arrivedWan} unit="wan" /> /{' '}
          <Money wan={row.amountWan} unit="wan" />
          {row.arrivedPercent !== null &&
            translate('progress.checkUp.arrivedPercent', { percent: plainPercent(row.arrivedPercent) })}
        </span>
      </div>
      <div className="flags">
        {row.flags.map((flag) => (
          <div key={flag.rule}>
            <span className={`row ${glyphOf(flag)}`}>
              <VerdictGlyph verdict={glyphOf(flag)} />
              <b>{translate(`progress.checkUp.rules.${flag.rule}`)}</b>
            </span>{' '}
            <span>{flagSaid(flag, row, translate)}</span>
            <div className="caption">{translate(`progress.checkUp.todo.${flag.rule}`)}</div>
          </div>
        ))}
      </div>
    </li>
  );
}
