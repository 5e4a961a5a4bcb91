import { wasSigned } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { addressWith } from '../parts/text/address.js';
import { SigningReview } from '../approvals/index.js';
import { TimelineCard } from '../timeline/index.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { Tag } from '../parts/marks/Tag.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import { SkeletonPage } from '../parts/layout/Waiting.js';
import { useAbility } from '../providers/abilities.js';
import { ContractActions } from './ContractActions.js';
import { Facts } from './Facts.js';
import { type Go, useContract } from '../contracts/index.js';
import { panels } from './panels.js';
import { Stops } from './Stops.js';
import type { Contract } from '@crm/api-contract/contracts';
import './page.css';

const ContractPrint = lazy(() => import('./ContractPrint.js'));
const Drawers = lazy(() => import('./Drawers.js'));

/** One contract: facts, milestones, commitments, results and reasons. The open drawer is in the URL. */
export default function ContractPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const ability = useAbility();
  const [today] = useState(() => dayOf(new Date()));
  const [search, setSearch] = useSearchParams();
  const contract = useContract(id);
  if (contract.error && !contract.data) {
    return (
      <Card>
        <ErrorSentence error={contract.error} onRetry={() => void contract.refetch()} />
      </Card>
    );
  }
  if (!contract.data) return <SkeletonPage />;

  const one = contract.data;
  const go: Go = (change) => setSearch((before) => addressWith(before, change, true), { preventScrollReset: true });
  const offered = panels.filter((panel) => panel.offered?.(one, ability) ?? true);
  const { name: tab, Content } = offered.find(({ name }) => name === search.get('tab')) ?? offered[0]!;
  return (
    <>
      <PageHead
        crumbs={[
          { label: translate('contracts.title'), to: '/contracts' },
          ...(one.parent ? [{ label: one.parent.number, to: `/contracts/${one.parent.id}?tab=supplements` }] : []),
          { label: one.number },
        ]}
        title={one.projectName}
        beside={
          <>
            <Tag>{translate(`contracts.kinds.${one.kind}`)}</Tag>
            <Tag>{translate(`contracts.states.${one.status}`)}</Tag>
            <Kin contract={one} />
            {one.demo && <Tag>{translate('contracts.demo')}</Tag>}
            {one.verdict && one.assessedYear !== null && (
              <VerdictChip verdict={one.verdict}>
                {one.assessedYear} {translate(`parts.verdict.${one.verdict}`)}
              </VerdictChip>
            )}
          </>
        }
        actions={<ContractActions contract={one} onOpen={go} />}
      />
      <Suspense fallback={null}>{!wasSigned(one.status) && <SigningReview contract={one} />}</Suspense>
      <Facts contract={one} />
      {one.kind !== 'supplement' && (
        <Stops
          contract={one}
          today={today}
          onReach={(milestoneId) => go({ reach: milestoneId })}
          onExtend={(milestoneId) => go({ extend: milestoneId })}
          onEvidence={(milestoneId) => go({ evidence: `milestone:${milestoneId}` })}
        />
      )}
      {offered.length > 1 && (
        <CountTabs
          value={tab}
          label={translate('contracts.tabsLabel')}
          onChange={(next) => go({ tab: next === offered[0]!.name ? null : next })}
          tabs={offered.map((panel) => ({ value: panel.name, label: <TabWord panel={panel} contract={one} /> }))}
        />
      )}
      <Suspense fallback={<Card />}>
        <Content contract={one} today={today} search={search} go={go} />
      </Suspense>
      {tab === offered[0]!.name && one.kind !== 'supplement' && (
        <div className="latest">
          <Suspense fallback={null}>
            <TimelineCard contract={one} />
          </Suspense>
        </div>
      )}
      <Suspense fallback={null}>
        <ContractPrint contract={one} today={today} />
        <Drawers contract={one} today={today} search={search} go={go} />
      </Suspense>
    </>
  );
}

/** 续签: the contract it renews, and its own renewal. */
function Kin({ contract: { renews, renewedBy } }: { contract: Contract }) {
  const translate = useTranslate();
  const said = [
    ...(renews ? [{ ...renews, word: 'contracts.renews' }] : []),
    ...(renewedBy ? [{ ...renewedBy, word: 'contracts.renewedBy' }] : []),
  ];
  return said.map(({ id, number, status, word }) => (
    <Tag key={id}>
      {translate(word)} <Link to={`/contracts/${id}/show`}>{number}</Link>{' '}
      {status === 'draft' || status === 'in-review' ? translate(`contracts.states.${status}`) : ''}
    </Tag>
  ));
}

function TabWord({
  panel: { name, useCount = useNothing },
  contract,
}: {
  panel: (typeof panels)[number];
  contract: Contract;
}) {
  const translate = useTranslate();
  const count = useCount(contract);
  return (
    <>
      {translate(`contracts.tabs.${name}`)}
      {count ? <span className="count">{count}</span> : null}
    </>
  );
}

const useNothing = () => undefined;
