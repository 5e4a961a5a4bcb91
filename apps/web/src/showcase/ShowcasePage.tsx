import Button from '@mui/material/Button';
import { ThemeProvider } from '@mui/material/styles';
import { Form } from 'react-admin';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { LocaleSwitch } from '../frame/AppBar.js';
import { ApiError, readProblem } from '../providers/problem.js';
import { darkTheme, lightTheme } from '../theme/makeTheme.js';
import { MoneyInput, PerMuInput } from '../parts/fields/AmountInput.js';
import { moneyIn, perMuIn, showWan } from '../parts/text/money.js';
import { Area, Money, PerMu, Percent } from '../parts/text/Amounts.js';
import { Card, Strip } from '../parts/layout/Card.js';
import { ConflictTable } from '../verbs/ConflictDialog.js';
import { DayText } from '../parts/text/DayText.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { HeatCell } from '../parts/tables/HeatCell.js';
import { KeyNumber, keyNumber } from '../parts/marks/KeyNumber.js';
import { GaugeKey, GaugeLine, PerMuGauge } from '../parts/marks/PerMuGauge.js';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { Kbd } from '../parts/marks/Kbd.js';
import { Note } from '../parts/marks/Note.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { Segmented } from '../parts/fields/Segmented.js';
import { Tag } from '../parts/marks/Tag.js';
import { Timeline } from '../parts/marks/Timeline.js';
import { verdicts, type Verdict } from '../parts/marks/verdict.js';
import { VerdictChip, VerdictClock, VerdictCounts } from '../parts/marks/VerdictChip.js';
import { EmptyState, SkeletonTable, SumRow } from '../parts/layout/Waiting.js';

const attained: Record<Verdict, string | null> = {
  met: '112',
  warning: '86',
  breach: '52',
  'no-data': null,
  'not-due': null,
  waived: '67',
};
const failure = new ApiError(readProblem(503, { code: 'database.busy', traceId: '8f1c-2a90' }));

function Verdicts() {
  const t = useTranslate();
  return (
    <Card title={t('showcase.verdicts')}>
      <div className="stack">
        <div className="row wrap">
          {verdicts.map((verdict) => (
            <VerdictChip key={verdict} verdict={verdict} />
          ))}
        </div>
        <div className="row wrap" style={{ gap: 2 }}>
          {verdicts.map((verdict) => (
            <div key={verdict} style={{ width: 72 }}>
              <HeatCell verdict={verdict} percent={attained[verdict]} sentence={t('showcase.cell')} />
            </div>
          ))}
        </div>
        <div className="row wrap" style={{ gap: 16 }}>
          <VerdictCounts counts={{ met: 18, warning: 5, breach: 6, 'no-data': 3 }} />
          <VerdictClock verdict="breach">{t('showcase.overdue')}</VerdictClock>
          <VerdictClock verdict="warning">{t('showcase.soon')}</VerdictClock>
        </div>
      </div>
    </Card>
  );
}

function Gauges() {
  const t = useTranslate();
  return (
    <Card title={t('showcase.gauges')} caption={t('showcase.gaugesCaption')} actions={<GaugeKey />}>
      <div className="stack">
        <GaugeLine label={t('showcase.above')} promised="670" actual="654.15" standard="300" />
        <GaugeLine label={t('showcase.below')} promised="26.8" actual="13.96" standard="30" />
        <GaugeLine label={t('parts.verdict.no-data')} promised="976" standard="500" />
        <GaugeLine label={t('showcase.beyond')} promised="151.1" actual="120" standard="30" />
        <GaugeLine label={t('showcase.noStandard')} promised="350" actual="224" standard={null} />
      </div>
    </Card>
  );
}

/** Shows the error of a field that nobody has touched yet. */
function Checked() {
  const { trigger } = useFormContext();
  useEffect(() => {
    const timer = setTimeout(() => void trigger('tax'), 100);
    return () => clearTimeout(timer);
  }, [trigger]);
  return null;
}

function Inputs() {
  const t = useTranslate();
  return (
    <Card title={t('showcase.inputs')}>
      <div className="stack">
        <div className="row wrap">
          <Button variant="contained">{t('showcase.primary')}</Button>
          <Button>{t('showcase.secondary')}</Button>
          <Button variant="text">{t('showcase.text')}</Button>
          <Button color="error">{t('showcase.danger')}</Button>
          <Button disabled>{t('showcase.disabled')}</Button>
          <Button variant="contained">
            {t('ra.action.create')} <Kbd>N</Kbd>
          </Button>
        </div>
        <Form
          defaultValues={{ investment: '670', tax: '26.8 斤', signed: '11400', planned: '32000' }}
          mode="onChange"
          sanitizeEmptyValues={false}
        >
          <Checked />
          <div className="showcasefields">
            <PerMuInput
              source="investment"
              label="showcase.investment"
              isRequired
              hint={t('showcase.investmentHint')}
            />
            <PerMuInput source="tax" label="showcase.tax" />
            <MoneyInput source="signed" label="showcase.signed" locked hint={t('showcase.signedHint')} />
            <MoneyInput source="planned" label="showcase.planned" />
          </div>
        </Form>
      </div>
    </Card>
  );
}

function Conflict() {
  const t = useTranslate();
  return (
    <Card title={t('parts.conflict.title')} caption={t('parts.conflict.caption', { smart_count: 2 })} flush>
      <ConflictTable
        differences={[
          { field: 'nextStep', yours: t('showcase.stepYours'), theirs: t('showcase.stepTheirs') },
          { field: 'areaMu', yours: '120', theirs: '118' },
        ]}
        nameOf={(field) => t(`showcase.${field}`)}
        changedBy={t('showcase.changedBy')}
        onSave={() => undefined}
        onBack={() => undefined}
      />
    </Card>
  );
}

function States() {
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
        <Note kind="w">{t('showcase.note')}</Note>
      </Card>
    </>
  );
}

function Controls({ mode }: { mode: string }) {
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

function History() {
  const t = useTranslate();
  return (
    <Card title={t('showcase.timeline')}>
      <Timeline
        events={[
          {
            id: '1',
            title: t('showcase.event1'),
            actor: t('showcase.system'),
            at: '2026-02-18T10:42:00+08:00',
            decided: true,
            text: t('showcase.event1Text'),
          },
          {
            id: '2',
            title: t('showcase.event2'),
            actor: t('showcase.someone'),
            at: '2026-02-18T10:42:00+08:00',
            text: t('showcase.event2Text'),
          },
          { id: '3', title: t('showcase.event3'), actor: t('showcase.someone'), at: '2026-01-14T15:20:00+08:00' },
        ]}
      />
      <p className="t-cap">
        <DayText day="2026-11-20" /> · <PerMu wan="1205.8" /> · <Percent value="223.333" />
      </p>
    </Card>
  );
}

function Sheet({ mode }: { mode: string }) {
  const t = useTranslate();
  return (
    <>
      <Strip label={`${t('showcase.keyNumbers')} ${mode}`}>
        <KeyNumber name={t('showcase.contracts')} value="32" unit={t('showcase.pieces')} />
        <KeyNumber name={t('showcase.signed')} {...keyNumber(moneyIn(t, '662996.54')!)}>
          <div className="t-cap">
            <Area mu="989.55" /> · <Money wan="662996.54" unit="wan" />
          </div>
        </KeyNumber>
        <KeyNumber
          name={t('showcase.investment')}
          against={t('showcase.standard', { value: showWan(t, '300') })}
          {...keyNumber(perMuIn(t, '670', 0))}
          percent="223"
        >
          <PerMuGauge promised="670" actual="654.15" standard="300" />
        </KeyNumber>
        <KeyNumber
          name={t('showcase.tax')}
          against={t('showcase.standard', { value: showWan(t, '30') })}
          {...keyNumber(perMuIn(t, '82', 0))}
          percent="273"
        >
          <PerMuGauge promised="82" actual="76.72" standard="30" />
        </KeyNumber>
      </Strip>
      <div className="showcasegrid">
        <Verdicts />
        <Gauges />
        <Inputs />
        <Conflict />
        <Controls mode={mode} />
        <History />
        <States />
      </div>
    </>
  );
}

/** Every part in light and dark mode, for developers and for the picture in the docs; it sends no request. */
export default function PartsPage() {
  const t = useTranslate();
  return (
    <main>
      {(['light', 'dark'] as const).map((mode) => (
        <ThemeProvider key={mode} theme={mode === 'light' ? lightTheme : darkTheme}>
          <div data-theme={mode} className="showcase">
            <div className="row">
              <h1>{t(`showcase.${mode}`)}</h1>
              <span className="sp" />
              {mode === 'light' && <LocaleSwitch />}
            </div>
            <Sheet mode={t(`showcase.${mode}`)} />
          </div>
        </ThemeProvider>
      ))}
    </main>
  );
}
