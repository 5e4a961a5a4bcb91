import { leads } from '@crm/api-contract/routes';
import type { TimelineEntry } from '@crm/api-contract/leads';
import type { LeadStage } from '@crm/domain/leads';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Card } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Timeline } from '../parts/marks/Timeline.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { useAsk } from '../providers/useAsk.js';
import type { LeadFieldLabel } from './leadFields.js';

/** Follow-ups, moves and changes, newest first. */
export function LeadHistory({ id }: { id: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useAsk(leads.timeline, { params: { id } });
  return (
    <Card title={translate('leads.history')}>
      {error && !data && <ErrorSentence error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonTable rows={4} />}
      {data && (
        <Timeline
          empty={<span className="quiet">{translate('leads.historyEmpty')}</span>}
          events={data.data.map((entry) => ({
            id: entry.id,
            title: titleOf(entry, translate),
            actor: entry.actorName ?? translate('leads.system'),
            at: entry.at,
            text: textOf(entry, translate),
            decided: entry.kind !== 'follow-up',
          }))}
        />
      )}
    </Card>
  );
}

/** Other reports of the enterprise; nothing if there are none. */
export function CoReports({ id }: { id: string }) {
  const translate = useTranslate();
  const { data } = useAsk(leads.coReports, { params: { id } });
  if (!data || data.data.length === 0) return null;
  return (
    <Card title={translate('leads.coReports')} caption={data.data.length}>
      <ul className="stack" style={{ listStyle: 'none' }}>
        {data.data.map((report) => (
          <li key={report.id} className="quiet">
            {translate('leads.coReport', {
              department: report.departmentName ?? '',
              name: report.reporterName,
              day: dayOf(new Date(report.reportedAt)),
              project: report.projectName,
            })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const changeOf = (entry: TimelineEntry, field: string) => entry.changes.find((change) => change.field === field);
const stageName = (stage: string | null | undefined, translate: TranslateFunction) =>
  stage ? translate(`leads.stages.${stage as LeadStage}`, { _: stage }) : '';

function titleOf(entry: TimelineEntry, translate: TranslateFunction): string {
  const stage = changeOf(entry, 'stage');
  switch (entry.kind) {
    case 'created':
      return translate('leads.timeline.created');
    case 'moved':
      return translate('leads.timeline.moved', {
        from: stageName(stage?.before, translate),
        to: stageName(stage?.after, translate),
      });
    case 'transferred':
      return translate('leads.timeline.transferred', { to: changeOf(entry, 'ownerId')?.after });
    case 'changed':
      return translate('leads.timeline.changed', {
        fields: entry.changes
          .map((change) => translate(`resources.leads.fields.${change.field as LeadFieldLabel}`, { _: change.field }))
          .join('、'),
      });
    case 'follow-up':
      return translate('leads.timeline.follow-up', {
        kind: translate(`leads.kinds.${entry.followUp?.kind ?? 'call'}`),
        day: entry.followUp?.onDay,
      });
  }
}

function textOf(entry: TimelineEntry, translate: TranslateFunction): React.ReactNode {
  const reason = changeOf(entry, 'lossReason')?.after ?? changeOf(entry, 'transferReason')?.after;
  const { followUp } = entry;
  if (!followUp) return reason ? translate('leads.timeline.reason', { reason }) : undefined;
  return (
    <>
      {followUp.met && <div>{translate('leads.timeline.met', { met: followUp.met })}</div>}
      <div style={{ whiteSpace: 'pre-line' }}>{followUp.result}</div>
      {followUp.nextStep && (
        <div className="caption">
          {translate('leads.timeline.next', { step: followUp.nextStep, day: followUp.nextOn })}
        </div>
      )}
    </>
  );
}
