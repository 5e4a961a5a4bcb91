import { leads } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Lead } from '@crm/api-contract/leads';
import { useGetIdentity, useTranslate, type TranslateFunction } from 'ra-core';
import { Suspense, useState } from 'react';
import { Link, useLocation, useMatch, useNavigate } from 'react-router';
import { Money } from '../parts/text/Amounts.js';
import { dayOf } from '../parts/text/days.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { ListPage } from '../parts/tables/ListPage.js';
import { showDecimal } from '../parts/text/numbers.js';
import { useMay } from '../providers/abilities.js';
import { worded } from '../providers/i18nProvider.js';
import { NextDay, StayDays } from './LeadClocks.js';
import { LeadLook, LeadFilters, LeadSumLine, LeadViews } from './LeadFilters.js';
import { viewFilters } from './views.js';
import './leads.css';

// The list is opened far more often than a lead is created, so the form is loaded separately.
const LeadCreate = worded(() => import('./LeadCreate.js'));

/** /leads, and /leads/create with the drawer open beside it. */
export default function LeadList() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { search } = useLocation();
  const creating = useMatch('/leads/create') !== null;
  const { identity, isPending } = useGetIdentity();
  const [today] = useState(() => dayOf(new Date()));
  const mayCreate = useMay()(leads.create);
  const create = { to: `/leads/create${search}`, label: translate('leads.new') };
  if (isPending) return null;
  // Owners of leads begin with their own; the others begin with all.
  const filterDefaultValues = identity?.role === 'officer' ? viewFilters(today).mine : undefined;
  return (
    <>
      <ListPage<Lead>
        resource="leads"
        title={translate('leads.title')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        {...(filterDefaultValues ? { filterDefaultValues } : {})}
        actions={<LeadLook view="list" />}
        {...(mayCreate ? { create } : {})}
        tabs={<LeadViews today={today} />}
        filters={<LeadFilters />}
        sums={<LeadSumLine />}
        empty={{
          icon: 'leads',
          title: translate('leads.empty'),
          why: translate('leads.emptyWhy'),
          ...(mayCreate
            ? {
                action: (
                  <Button variant="contained" component={Link} to={create.to}>
                    {create.label}
                  </Button>
                ),
              }
            : {}),
        }}
        columns={leadColumns(translate, today)}
        phoneRow={(lead) => <PhoneRow lead={lead} today={today} />}
      />
      {creating && (
        <Suspense fallback={null}>
          <LeadCreate onClose={() => void navigate(`/leads${search}`)} />
        </Suspense>
      )}
    </>
  );
}

/** What the list shows of a lead; the day decides how late its next step is. */
const leadColumns = (translate: TranslateFunction, today: string): RecordColumn<Lead>[] => [
  {
    source: 'enterpriseName',
    label: 'leads.enterprise',
    cell: (lead) => <Link to={`/leads/${lead.id}/show`}>{lead.enterpriseName}</Link>,
  },
  { source: 'projectName', label: 'leads.project', cell: (lead) => lead.projectName },
  { source: 'stage', label: 'leads.stage', cell: (lead) => translate(`leads.stages.${lead.stage}`) },
  {
    source: 'investmentWan',
    label: 'leads.investment',
    unit: 'parts.unit.yi',
    number: true,
    sortable: true,
    cell: (lead) => (
      <b className="strong">
        <Money wan={lead.investmentWan} unit="yi" bare />
      </b>
    ),
  },
  {
    source: 'areaMu',
    label: 'leads.area',
    unit: 'parts.unit.mu',
    number: true,
    sortable: true,
    cell: (lead) => <span className="nowrap">{showDecimal(lead.areaMu)}</span>,
  },
  { source: 'parkName', label: 'leads.park', cell: (lead) => <span className="quiet">{lead.parkName}</span> },
  { source: 'ownerName', label: 'leads.owner', cell: (lead) => <span className="quiet">{lead.ownerName}</span> },
  {
    source: 'nextOn',
    label: 'leads.next',
    sortable: true,
    cell: (lead) => (
      <span className="nextstep">
        <NextDay lead={lead} today={today} />
        <span className="quiet ellipsis" title={lead.nextStep ?? ''}>
          {lead.nextStep}
        </span>
      </span>
    ),
  },
  {
    source: 'stageSince',
    label: 'leads.stay',
    number: true,
    sortable: true,
    cell: (lead) => <StayDays lead={lead} today={today} />,
  },
];

/** Two lines: who and how much, then what and when. */
function PhoneRow({ lead, today }: { lead: Lead; today: string }) {
  const translate = useTranslate();
  return (
    <Link to={`/leads/${lead.id}/show`} className="phonerow">
      <span className="row">
        <b className="strong ellipsis">{lead.enterpriseName}</b>
        <span className="spacer" />
        <b className="strong nowrap">
          <Money wan={lead.investmentWan} />
        </b>
      </span>
      <span className="row caption">
        <span className="ellipsis">{`${lead.projectName} · ${translate(`leads.stages.${lead.stage}`)}`}</span>
        <span className="spacer" />
        <NextDay lead={lead} today={today} />
      </span>
    </Link>
  );
}
