import { useTranslate } from 'ra-core';
import { PerMu, Percent } from '../parts/text/Amounts.js';
import { Card } from '../parts/layout/Card.js';
import { DayText } from '../parts/text/DayText.js';
import { HeatCell } from '../parts/tables/HeatCell.js';
import { GaugeKey, GaugeLine } from '../parts/marks/PerMuGauge.js';
import { Timeline } from '../parts/marks/Timeline.js';
import { verdicts, type Verdict } from '../parts/marks/verdict.js';
import { VerdictChip, VerdictClock, VerdictCounts } from '../parts/marks/VerdictChip.js';

const attained: Record<Verdict, string | null> = {
  met: '112',
  warning: '86',
  breach: '52',
  'no-data': null,
  'not-due': null,
  waived: '67',
};

export function Verdicts() {
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

export function Gauges() {
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

export function History() {
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
      <p className="caption">
        <DayText day="2026-11-20" /> · <PerMu wan="1205.8" /> · <Percent value="223.333" />
      </p>
    </Card>
  );
}
