import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { ApiError, readProblem } from '../providers/problem.js';
import { Area, Money } from '../parts/text/Amounts.js';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { PerMuGauge } from '../parts/marks/PerMuGauge.js';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { Note } from '../parts/marks/Note.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { Segmented } from '../parts/fields/Segmented.js';
import { Tag } from '../parts/marks/Tag.js';
import { EmptyState, SkeletonTable, SumRow } from '../parts/layout/Waiting.js';

const failure = new ApiError(readProblem(503, { code: 'database.busy', traceId: '8f1c-2a90' }));

export function States() {
  const t = useTranslate();
  return (
    <>
      <Card title={t('showcase.empty')}>
        <EmptyState
          icon="visits"
          title={t('showcase.emptyTitle')}
          why={t('showcase.emptyWhy')}
          action={<Button variant="contained">{t('showcase.emptyAction')}</Button>}
        />
      </Card>
      <Card title={t('parts.waiting')} caption={t('showcase.waitingCaption')} flush>
        <SkeletonTable rows={4} />
      </Card>
      <Card title={t('showcase.failure')}>
        <ErrorSentence error={failure} onRetry={() => undefined} />
        <Note kind="warning">{t('showcase.note')}</Note>
      </Card>
    </>
  );
}

export function Controls({ mode }: { mode: string }) {
  const t = useTranslate();
  const [park, setPark] = useState<string | null>(null);
  const [period, setPeriod] = useState<string | null>('2021');
  const [by, setBy] = useState<'park' | 'industry' | 'year'>('park');
  const [tab, setTab] = useState<'mine' | 'due' | 'all'>('mine');
  return (
    <Card
      title={t('showcase.controls')}
      actions={
        <Segmented
          label={t('showcase.controls')}
          value={by}
          onChange={setBy}
          choices={[
            { value: 'park', label: t('showcase.park') },
            { value: 'industry', label: t('showcase.industry') },
            { value: 'year', label: t('showcase.year') },
          ]}
        />
      }
    >
      <CountTabs
        label={t('showcase.views')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'mine', label: t('showcase.mine'), count: 96 },
          { value: 'due', label: t('showcase.due'), count: 23 },
          { value: 'all', label: t('parts.filter.all'), count: 319 },
        ]}
      />
      <div className="filters">
        <FilterSelect
          label={t('showcase.period')}
          value={period}
          onChange={setPeriod}
          options={[
            { value: '2021', label: '2021' },
            { value: '2022', label: '2022' },
          ]}
        />
        <FilterSelect
          label={t('showcase.park')}
          value={park}
          onChange={setPark}
          options={[{ value: '1', label: t('showcase.parkName') }]}
        />
        <Tag>{t('showcase.tag')}</Tag>
      </div>
      <ScrollX label={`${t('showcase.controls')} ${mode}`}>
        <table className="plain">
          <thead>
            <tr>
              <th>{t('showcase.park')}</th>
              <th className="num">
                {t('showcase.areaMu')}
                <br />
                {t('parts.unit.mu')}
              </th>
              <th className="num">
                {t('showcase.signed')}
                <br />
                {t('parts.unit.yi')}
              </th>
              <th>{t('parts.gauge.standard')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{t('showcase.parkName')}</td>
              <td className="num">
                <Area mu="173.31" bare />
              </td>
              <td className="num">
                <Money wan="133400" unit="yi" bare />
              </td>
              <td>
                <PerMuGauge promised="770" standard="300" thin />
              </td>
            </tr>
            <SumRow>
              <td>{t('showcase.total')}</td>
              <td className="num">
                <Area mu="989.55" bare />
              </td>
              <td className="num">
                <Money wan="662996.54" unit="yi" bare />
              </td>
              <td>
                <PerMuGauge promised="670" standard="300" thin />
              </td>
            </SumRow>
          </tbody>
        </table>
      </ScrollX>
    </Card>
  );
}
