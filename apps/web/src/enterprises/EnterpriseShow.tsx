import Button from '@mui/material/Button';
import type { contracts } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import type { EnterpriseDetail } from '@crm/api-contract/enterprises';
import type { Lead } from '@crm/api-contract/leads';
import { useGetList, useGetOne, useTranslate } from 'ra-core';
import { useState, type ReactNode } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { Area, Money } from '../parts/text/Amounts.js';
import { Card, PageHead, Strip } from '../parts/layout/Card.js';
import { DayText } from '../parts/text/DayText.js';
import { dayOf } from '../parts/text/days.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import { EmptyState, SkeletonPage, SkeletonTable } from '../parts/layout/Waiting.js';
import { useCan } from '../providers/abilities.js';
import { ContactsCard } from './ContactsCard.js';
import { EnterpriseForm } from './EnterpriseForm.js';
import './enterprises.css';

/**
 * One enterprise: its data, secretary, leads, contracts and contacts. /enterprises/:id/show/edit opens the form beside
 * it.
 */
export default function EnterpriseShow() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const mayUpdate = useCan('update', 'Enterprise');
  const maySeeLeads = useCan('read', 'Lead');
  const {
    data: firm,
    error,
    isPending,
    refetch,
  } = useGetOne<EnterpriseDetail>('enterprises', { id }, { staleTime: 0 });
  if (error && !firm) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  // A row of the list is in the cache until the whole record has arrived.
  if (isPending || !firm?.leads) return <SkeletonPage />;
  const here = `/enterprises/${firm.id}/show`;
  return (
    <>
      <PageHead
        title={firm.name}
        crumbs={[{ label: translate('enterprises.title'), to: '/enterprises' }, { label: firm.shortName || firm.name }]}
        caption={firm.creditCode ? <span className="code">{firm.creditCode}</span> : undefined}
        actions={
          mayUpdate && <Button onClick={() => void navigate(`${here}/edit`)}>{translate('enterprises.edit')}</Button>
        }
      />
      <Strip label={firm.name}>
        <Fact label={translate('enterprises.park')}>{firm.parkName ?? '—'}</Fact>
        <Fact label={translate('enterprises.industry')}>{firm.industryName ?? '—'}</Fact>
        <Fact
          label={translate('enterprises.secretary')}
          more={firm.primarySecretary && translate('enterprises.since', { day: firm.primarySecretary.since })}
        >
          {firm.primarySecretary?.name ?? translate('enterprises.noSecretary')}
        </Fact>
        <Fact label={translate('enterprises.leads')}>
          {maySeeLeads ? translate('enterprises.leadsCount', { worked: firm.leads.worked, all: firm.leads.all }) : '—'}
        </Fact>
        <Fact label={translate('enterprises.contracts')}>
          {translate('enterprises.contractsCount', { smart_count: firm.contracts })}
        </Fact>
      </Strip>
      <div className="enterprisegrid">
        <div className="stack">
          <Contracts enterpriseId={firm.id} />
          {maySeeLeads && <Leads enterpriseId={firm.id} />}
        </div>
        <ContactsCard enterpriseId={firm.id} />
      </div>
      {pathname === `${here}/edit` && <EnterpriseForm id={firm.id} onClose={() => void navigate(here)} />}
    </>
  );
}

function Fact({ label, more, children }: { label: string; more?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <div className="t-cap">{label}</div>
      <div className="big el">{children}</div>
      {more && <div className="t-cap">{more}</div>}
    </div>
  );
}

type Contract = AnswerOf<typeof contracts.list>['data'][number];

function Contracts({ enterpriseId }: { enterpriseId: string }) {
  const translate = useTranslate();
  const { data, error } = useGetList<Contract>('contracts', {
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'signedOn', order: 'DESC' },
    filter: { enterpriseId },
  });
  return (
    <Card title={translate('enterprises.contracts')} {...(data ? { caption: data.length } : {})} flush>
      {error && <ErrorSentence error={error} />}
      {!data && !error && <SkeletonTable rows={2} />}
      {data?.length === 0 && <EmptyState icon="contracts" title={translate('enterprises.noContracts')} />}
      {data && data.length > 0 && (
        <ScrollX label={translate('enterprises.contracts')}>
          <table className="plain">
            <thead>
              <tr>
                <th>{translate('enterprises.number')}</th>
                <th>{translate('leads.project')}</th>
                <th>{translate('enterprises.signedOn')}</th>
                <th className="num">{translate('enterprises.amount')}</th>
                <th className="num">{translate('leads.area')}</th>
                <th>{translate('enterprises.verdict')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((contract) => (
                <tr key={contract.id}>
                  <td>
                    <Link to={`/contracts/${contract.id}/show`}>{contract.number}</Link>
                  </td>
                  <td>{contract.projectName}</td>
                  <td className="t-2">
                    <DayText day={contract.signedOn} />
                  </td>
                  <td className="num">
                    <Money wan={contract.amountWan} />
                  </td>
                  <td className="num">
                    <Area mu={contract.areaMu} />
                  </td>
                  <td>{contract.verdict ? <VerdictChip verdict={contract.verdict} /> : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
    </Card>
  );
}

function Leads({ enterpriseId }: { enterpriseId: string }) {
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const { data } = useGetList<Lead>('leads', {
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'updatedAt', order: 'DESC' },
    filter: { enterpriseId },
  });
  return (
    <Card title={translate('enterprises.leads')} {...(data ? { caption: data.length } : {})} flush>
      {data?.length === 0 && <EmptyState icon="leads" title={translate('enterprises.noLeads')} />}
      {data && data.length > 0 && (
        <ScrollX label={translate('enterprises.leads')}>
          <table className="plain">
            <thead>
              <tr>
                <th>{translate('leads.project')}</th>
                <th>{translate('leads.stage')}</th>
                <th className="num">{translate('leads.investment')}</th>
                <th>{translate('leads.owner')}</th>
                <th>{translate('leads.next')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((lead) => (
                <tr key={lead.id}>
                  <td>
                    <Link to={`/leads/${lead.id}/show`}>{lead.projectName}</Link>
                  </td>
                  <td className="nw">{translate(`leads.stages.${lead.stage}`)}</td>
                  <td className="num">
                    <Money wan={lead.investmentWan} />
                  </td>
                  <td className="t-2 nw">{lead.ownerName}</td>
                  <td className={lead.nextOn && lead.nextOn < today ? 'breach' : undefined}>{lead.nextStep ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
    </Card>
  );
}
