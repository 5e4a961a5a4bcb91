import { fourBatches } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { batches, type Batch } from '@crm/domain/progress';
import { useTranslate } from 'ra-core';
import { DayBox } from '../parts/fields/DayBox.js';
import { Money } from '../parts/text/Amounts.js';
import { Card, Strip } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Icon } from '../parts/marks/Icon.js';
import { KeyNumber } from '../parts/marks/KeyNumber.js';
import { moneyIn } from '../parts/text/money.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { Segmented } from '../parts/fields/Segmented.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { useMay } from '../providers/abilities.js';
import { saveFile } from '../providers/saveFile.js';
import { batchColumns } from './batchColumns.js';
import { BatchesPrint } from './BatchesPrint.js';
import { BatchRowsCard } from './BatchRowsCard.js';
import { periodAround, periodKinds, readPeriod, shifted } from './periods.js';
import { PlaceFilters, placeOf, usePlaceWords } from './PlaceFilters.js';
import type { TabProps } from './ProgressPage.js';
import { useBatches, type Batches } from './useProgress.js';

/** 四个一批: signed, started, completed, in production in a period; every number opens the rows that add up to it. */
export default function BatchesTab({ address, today }: TabProps) {
  const translate = useTranslate();
  const mayExport = useMay()(fourBatches.workbook);
  const { search, set } = address;
  const { kind, from, to } = readPeriod(search, today);
  const place = placeOf(address);
  const placeWords = usePlaceWords(address);
  const by = search.get('by') === 'industry' ? 'industries' : 'parks';
  const batch = batches.find((one) => one === search.get('batch')) ?? null;
  const { data, error, refetch } = useBatches({ ...place, from, to });
  const toRows = (one: Batch, more: Record<string, string> = {}) => {
    const next = new URLSearchParams(search);
    next.delete('row');
    for (const [name, value] of Object.entries({ batch: one, ...more })) next.set(name, value);
    return `/progress?${next}`;
  };
  const columns = data ? batchColumns(translate, data, by, toRows) : [];
  return (
    <>
      <PlaceFilters
        address={address}
        names={['batch']}
        right={
          <>
            <Button className="printer" startIcon={<Icon name="print" />} onClick={() => window.print()}>
              {translate('overview.print')}
            </Button>
            {mayExport && (
              <Button
                startIcon={<Icon name="exports" />}
                onClick={() => void saveFile(fourBatches.workbook, { query: { from, to, ...place } })}
              >
                {translate('progress.batches.export')}
              </Button>
            )}
          </>
        }
      >
        <Segmented
          value={kind}
          label={translate('progress.batches.period')}
          onChange={(next) =>
            set({
              period: next === 'year' ? null : next,
              ...(next === 'any'
                ? { from, to }
                : { from: next === 'year' && from.slice(0, 4) === today.slice(0, 4) ? null : from, to: null }),
            })
          }
          choices={periodKinds.map((value) => ({ value, label: translate(`progress.batches.kinds.${value}`) }))}
        />
        {kind === 'any' ? (
          <span className="field">
            <DayBox
              label={translate('progress.batches.from')}
              value={from}
              max={to}
              onChange={(day) => day && set({ from: day, to })}
            />
            –
            <DayBox
              label={translate('progress.batches.to')}
              value={to}
              min={from}
              onChange={(day) => day && set({ from, to: day })}
            />
          </span>
        ) : (
          <span className="row periodsteps">
            <IconButton
              className="edged"
              aria-label={translate('ra.navigation.previous')}
              onClick={() => set({ from: shifted(from, kind, -1).from })}
            >
              <Icon name="left" />
            </IconButton>
            <b className="nowrap">
              {from.slice(0, kind === 'year' ? 4 : 7)}
              {kind === 'quarter' && `–${to.slice(5, 7)}`}
            </b>
            <IconButton
              className="edged"
              aria-label={translate('ra.navigation.next')}
              disabled={periodAround(today, kind).from <= from}
              onClick={() => set({ from: shifted(from, kind, 1).from })}
            >
              <Icon name="right" />
            </IconButton>
          </span>
        )}
      </PlaceFilters>
      {error && !data ? (
        <Card>
          <ErrorSentence error={error} onRetry={() => void refetch()} />
        </Card>
      ) : !data ? (
        <Card flush>
          <SkeletonTable rows={8} />
        </Card>
      ) : (
        <>
          <Strip label={translate('progress.tabs.batches')}>
            {batches.map((one) => (
              <KeyNumber
                key={one}
                name={translate(`progress.batches.of.${one}`)}
                against={<Money wan={data.batches[one].amountWan} />}
                value={showDecimal(data.batches[one].count)}
                unit={translate('progress.unit')}
                to={toRows(one)}
              >
                <span className="caption">{compared(data, one, translate)}</span>
              </KeyNumber>
            ))}
          </Strip>
          <Card
            flush
            title={translate(`progress.batches.by.${by}`)}
            caption={translate('progress.batches.tableCaption', { from: data.from, to: data.to })}
            actions={
              <span className="noprint">
                <Segmented
                  value={by}
                  label={translate('progress.batches.grouping')}
                  onChange={(next) => set({ by: next === 'industries' ? 'industry' : null })}
                  choices={[
                    { value: 'parks', label: translate('contracts.park') },
                    { value: 'industries', label: translate('contracts.industry') },
                  ]}
                />
              </span>
            }
          >
            <RowsTable
              name="progress-batches"
              className="batchtable"
              label={translate(`progress.batches.by.${by}`)}
              columns={columns}
              rows={data[by].map((group) => ({ ...group, id: group.key }))}
            />
          </Card>
          <BatchesPrint data={data} by={by} columns={columns} place={placeWords} />
        </>
      )}
      {batch && (
        <BatchRowsCard key={batch} question={{ ...place, from, to, batch }} onClose={() => set({ batch: null })} />
      )}
    </>
  );
}

const compared = ({ batches: all }: Batches, batch: Batch, translate: ReturnType<typeof useTranslate>): string => {
  const { before, countChangePercent, apart } = all[batch];
  const change =
    countChangePercent === null
      ? NONE
      : `${countChangePercent.startsWith('-') ? '' : '+'}${showDecimal(countChangePercent, 0)} %`;
  const money = moneyIn(translate, apart.amountWan);
  return [
    translate('progress.batches.before', { count: before.count, change }),
    ...(apart.count > 0 && money
      ? [
          translate('progress.batches.apart', {
            count: apart.count,
            amount: [money.sign, money.text].filter(Boolean).join(' '),
            unit: money.unit,
          }),
        ]
      : []),
  ].join('·');
};
