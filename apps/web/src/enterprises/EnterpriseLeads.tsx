import type { Lead } from '@crm/api-contract/leads';
import { useGetList, useTranslate, type TranslateFunction } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { Money } from '../parts/text/Amounts.js';
import { dayOf } from '../parts/text/days.js';
import { NONE } from '../parts/text/numbers.js';

const Next = ({ lead: { nextOn, nextStep }, today }: { lead: Lead; today: string }) => (
  <span className={nextOn && nextOn < today ? 'breach' : undefined}>{nextStep ?? NONE}</span>
);

const columns = (translate: TranslateFunction, today: string): RecordColumn<Lead>[] => [
  {
    source: 'projectName',
    label: 'leads.project',
    cell: ({ id, projectName }) => <Link to={`/leads/${id}/show`}>{projectName}</Link>,
  },
  {
    source: 'stage',
    label: 'leads.stage',
    className: 'nowrap',
    cell: ({ stage }) => translate(`leads.stages.${stage}`),
  },
  {
    source: 'investmentWan',
    label: 'leads.investment',
    number: true,
    cell: ({ investmentWan }) => <Money wan={investmentWan} />,
  },
  { source: 'ownerName', label: 'leads.owner', className: 'quiet nowrap', cell: ({ ownerName }) => ownerName },
  {
    source: 'nextStep',
    label: 'leads.next',
    cell: (lead) => <Next lead={lead} today={today} />,
  },
];

/** On a phone: project and stage, then amount and owner, and the next step. */
function LeadRow({ lead, today }: { lead: Lead; today: string }) {
  const translate = useTranslate();
  return (
    <Link to={`/leads/${lead.id}/show`} className="phonerow">
      <span className="row">
        <b className="strong ellipsis">{lead.projectName}</b>
        <span className="spacer" />
        <span className="nowrap">{translate(`leads.stages.${lead.stage}`)}</span>
      </span>
      <span className="quiet">
        <Money wan={lead.investmentWan} /> · {lead.ownerName}
      </span>
      <Next lead={lead} today={today} />
    </Link>
  );
}

/** The leads of an enterprise, the last changed first. */
export function EnterpriseLeads({ enterpriseId }: { enterpriseId: string }) {
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const { data, error } = useGetList<Lead>('leads', {
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'updatedAt', order: 'DESC' },
    filter: { enterpriseId },
  });
  const title = translate('enterprises.leads');
  return (
    <Card title={title} {...(data ? { caption: data.length } : {})} flush>
      {error && <ErrorSentence error={error} />}
      {!data && !error && <SkeletonTable rows={2} />}
      {data?.length === 0 && <EmptyState icon="leads" title={translate('enterprises.noLeads')} />}
      {data && data.length > 0 && (
        <RowsTable<Lead>
          name="enterprise-leads"
          label={title}
          rows={data}
          columns={columns(translate, today)}
          phoneRow={(lead) => <LeadRow lead={lead} today={today} />}
        />
      )}
    </Card>
  );
}
