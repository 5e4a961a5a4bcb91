import { enterpriseMerges, enterprises } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { EnterpriseDetail } from '@crm/api-contract/enterprises';
import { useGetOne, useNotify, useTranslate } from 'ra-core';
import { useEffect, type ReactNode } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { PageHead, Strip } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SkeletonPage } from '../parts/layout/Waiting.js';
import { Tag } from '../parts/marks/Tag.js';
import { NONE } from '../parts/text/numbers.js';
import { useCan, useMay } from '../providers/abilities.js';
import { ContactsCard } from './ContactsCard.js';
import { EnterpriseContracts } from './EnterpriseContracts.js';
import { EnterpriseForm } from './EnterpriseForm.js';
import { EnterpriseLeads } from './EnterpriseLeads.js';
import { MergeDrawer } from './MergeDrawer.js';
import { MergedNotes } from './MergedNote.js';
import './enterprises.css';

/**
 * One enterprise: its data, secretary, leads, contracts and contacts. /enterprises/:id/show/edit opens the form beside
 * it.
 */
export default function EnterpriseShow() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const { pathname, search } = useLocation();
  const may = useMay();
  const mayMerge = may(enterpriseMerges.create);
  const maySeeLeads = useCan('read', 'Lead');
  const {
    data: firm,
    error,
    isPending,
    refetch,
  } = useGetOne<EnterpriseDetail>('enterprises', { id }, { staleTime: 0 });
  // A merged record leads to the enterprise that it is part of.
  const ledTo = firm && firm.id !== id ? firm.id : null;
  useEffect(() => {
    if (ledTo === null) return;
    notify('enterprises.merge.led', { type: 'info' });
    void navigate(`/enterprises/${ledTo}/show`, { replace: true });
  }, [ledTo, navigate, notify]);
  if (error && !firm) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  // A row of the list is in the cache until the whole record has arrived.
  if (isPending || !firm?.leads) return <SkeletonPage />;
  const here = `/enterprises/${firm.id}/show`;
  return (
    <>
      <PageHead
        title={firm.name}
        crumbs={[{ label: translate('enterprises.title'), to: '/enterprises' }, { label: firm.shortName || firm.name }]}
        caption={
          <>
            {firm.creditCode && <span className="code">{firm.creditCode}</span>}
            {firm.standing !== 'registered' && <Tag>{translate(`enterprises.standings.${firm.standing}`)}</Tag>}
            {[firm.registrationCountry, firm.registrationNo].filter(Boolean).map((part) => (
              <span key={part}> {part}</span>
            ))}
            {firm.creditCodeSeenBy && <span> {translate('enterprises.seenBy', { who: firm.creditCodeSeenBy })}</span>}
            {firm.incomplete && <Tag>{translate('enterprises.incomplete')}</Tag>}
            {firm.formerNames.map(({ name, toDay, merged }) => (
              <span key={`${name}${toDay}`}>
                {' '}
                {translate(merged ? 'enterprises.mergedName' : 'enterprises.formerName', { name, day: toDay })}
              </span>
            ))}
          </>
        }
        actions={
          <>
            {mayMerge && (
              <Button onClick={() => void navigate(`${here}/merge`)}>{translate('enterprises.merge.button')}</Button>
            )}
            {may(enterprises.update, firm) && (
              <Button onClick={() => void navigate(`${here}/edit`)}>{translate('enterprises.edit')}</Button>
            )}
          </>
        }
      />
      <MergedNotes firm={firm} />
      <Strip label={firm.name}>
        <Fact label={translate('enterprises.park')}>{firm.parkName ?? NONE}</Fact>
        <Fact label={translate('enterprises.industry')}>{firm.industryName ?? NONE}</Fact>
        <Fact
          label={translate('enterprises.secretary')}
          more={firm.primarySecretary && translate('enterprises.since', { day: firm.primarySecretary.since })}
        >
          {firm.primarySecretary?.name ?? translate('enterprises.noSecretary')}
        </Fact>
        <Fact label={translate('enterprises.leads')}>
          {maySeeLeads ? translate('enterprises.leadsCount', { worked: firm.leads.worked, all: firm.leads.all }) : NONE}
        </Fact>
        <Fact label={translate('enterprises.contracts')}>
          {translate('enterprises.contractsCount', { smart_count: firm.contracts })}
        </Fact>
      </Strip>
      <div className="enterprisegrid">
        <div className="stack">
          <EnterpriseContracts enterpriseId={firm.id} />
          {maySeeLeads && <EnterpriseLeads enterpriseId={firm.id} />}
        </div>
        <ContactsCard firm={firm} />
      </div>
      {mayMerge && pathname === `${here}/merge` && (
        <MergeDrawer
          firm={firm}
          otherId={new URLSearchParams(search).get('with')}
          onMerged={(winnerId) => void navigate(`/enterprises/${winnerId}/show`, { replace: true })}
          onClose={() => void navigate(here)}
        />
      )}
      {pathname === `${here}/edit` && <EnterpriseForm id={firm.id} onClose={() => void navigate(here)} />}
    </>
  );
}

function Fact({ label, more, children }: { label: string; more?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <div className="caption">{label}</div>
      <div className="big ellipsis">{children}</div>
      {more && <div className="caption">{more}</div>}
    </div>
  );
}
