import { followUps, leads } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { LeadDetail } from '@crm/api-contract/leads';
import { useGetOne, useTranslate } from 'ra-core';
import { useState, type ReactNode } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { Card, PageHead } from '../parts/layout/Card.js';
import { DayText } from '../parts/text/DayText.js';
import { dayOf } from '../parts/text/days.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Note } from '../parts/marks/Note.js';
import { Tag } from '../parts/marks/Tag.js';
import { SkeletonPage } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { FollowUpForm } from './FollowUpForm.js';
import { StayDays } from './LeadClocks.js';
import { LeadEdit } from './LeadEdit.js';
import { CoReports, LeadHistory } from './LeadHistory.js';
import { StageSteps } from './StageSteps.js';
import { TransferDialog } from './TransferDialog.js';
import { leadField, leadFieldNames, type LeadFieldLabel, type LeadWords } from './leadFields.js';
import { useLeadChoices } from './useLeadChoices.js';
import './leads.css';

/** /leads/:id/show, and /leads/:id/show/edit with the drawer open beside it. */
export default function LeadShow() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { data: lead, error, isPending, refetch } = useGetOne<LeadDetail>('leads', { id }, { staleTime: 0 });
  const [today] = useState(() => dayOf(new Date()));
  const [handing, setHanding] = useState(false);
  const may = useMay();
  if (error && !lead) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  // A row of the list is in the cache until the whole record has arrived.
  if (isPending || !lead?.allowedStages) return <SkeletonPage />;
  const here = `/leads/${lead.id}/show`;
  return (
    <>
      <PageHead
        title={lead.enterpriseName}
        crumbs={[{ label: translate('leads.title'), to: '/leads' }, { label: lead.projectName }]}
        beside={<Tag>{translate(`leads.stages.${lead.stage}`)}</Tag>}
        caption={lead.projectName}
        actions={
          <>
            {may(leads.transfer, lead) && (
              <Button onClick={() => setHanding(true)}>{translate('leads.transfer')}</Button>
            )}
            {may(leads.update, lead) && (
              <Button onClick={() => void navigate(`${here}/edit`)}>{translate('leads.edit')}</Button>
            )}
          </>
        }
      />
      <div className="stack">
        {lead.filingSuggested && <Note kind="accent">{translate('leads.filing')}</Note>}
        {lead.overrideReason && (
          <Note kind="warning">{translate('leads.overridden', { reason: lead.overrideReason })}</Note>
        )}
        <StageSteps lead={lead} />
        <div className="leadgrid">
          <div className="stack">
            {may(followUps.create) && <FollowUpForm lead={lead} />}
            <LeadHistory id={lead.id} />
          </div>
          <div className="stack">
            <Facts lead={lead} today={today} />
            <CoReports id={lead.id} />
          </div>
        </div>
      </div>
      {pathname === `${here}/edit` && <LeadEdit id={lead.id} onClose={() => void navigate(here)} />}
      {handing && (
        <TransferDialog lead={lead} onClose={() => setHanding(false)} onDone={() => void navigate('/leads')} />
      )}
    </>
  );
}

type Fact = readonly [label: string, value: ReactNode];

/** The fields an editor may change; a long one only if it has a value. */
function ofEditor(lead: LeadDetail, words: LeadWords): { short: Fact[]; long: Fact[] } {
  const facts: { short: Fact[]; long: Fact[] } = { short: [], long: [] };
  for (const name of leadFieldNames) {
    const { fact, long } = leadField(name);
    const value = fact?.(lead, words);
    const label = words.translate(`resources.leads.fields.${name}`);
    if (fact && !long) facts.short.push([label, value || '—']);
    else if (fact && value) facts.long.push([label, value]);
  }
  return facts;
}

function Facts({ lead, today }: { lead: LeadDetail; today: string }) {
  const translate = useTranslate();
  const words = { translate, today, choices: useLeadChoices() };
  const label = (name: LeadFieldLabel) => translate(`resources.leads.fields.${name}`);
  const facts = ofEditor(lead, words);
  const short: Fact[] = [
    [translate('leads.enterprise'), <Link to={`/enterprises/${lead.enterpriseId}/show`}>{lead.enterpriseName}</Link>],
    [label('creditCode'), lead.creditCode ? <span className="code">{lead.creditCode}</span> : '—'],
    ...facts.short,
    [label('ownerId'), lead.departmentName ? `${lead.ownerName} · ${lead.departmentName}` : lead.ownerName],
    [translate('leads.stay'), <StayDays lead={lead} today={today} />],
    ...(lead.lossReason ? [[label('lossReason'), lead.lossReason] satisfies Fact] : []),
    [translate('leads.timeline.created'), <DayText day={dayOf(new Date(lead.createdAt))} />],
  ];
  return (
    <Card title={translate('leads.facts')}>
      <dl className="factlist">
        {[...short, ...facts.long].map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
