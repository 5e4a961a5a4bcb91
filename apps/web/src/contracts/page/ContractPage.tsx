import { useTranslate } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { PromiseCard } from '../../commitments/promises/PromiseCard.js';
import { WhyDrawer } from '../../commitments/promises/WhyDrawer.js';
import { Money } from '../../parts/Amounts.js';
import { Card, PageHead } from '../../parts/Card.js';
import { dayOf } from '../../parts/days.js';
import { ErrorSentence } from '../../parts/ErrorSentence.js';
import { CountTabs, Tag } from '../../parts/Small.js';
import { VerdictChip } from '../../parts/VerdictChip.js';
import { SkeletonPage } from '../../parts/Waiting.js';
import { ContractActions } from './ContractActions.js';
import { Facts } from './Facts.js';
import { ParcelTable } from './ParcelTable.js';
import { Stops } from './Stops.js';
import { useActuals, useAssessments, useContract, useTerms } from './useContract.js';
import './page.css';

const ActualTable = lazy(() => import('../../commitments/actuals/ActualTable.js'));
const TermsTable = lazy(() => import('../../commitments/promises/TermsTable.js'));
const Drawers = lazy(() => import('./Drawers.js'));

const tabs = ['promises', 'actuals', 'land', 'changes', 'support'] as const;
type TabName = (typeof tabs)[number];

/** One contract: facts, the way it has come, what it promised and what became of it, and why. The drawer is part of the address. */
export default function ContractPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const [search, setSearch] = useSearchParams();
  const contract = useContract(id);
  const assessments = useAssessments(id);
  const actuals = useActuals(id);
  const terms = useTerms(contract.data?.commitments.map((promise) => promise.commitmentId) ?? none);
  if (contract.error && !contract.data) {
    return (
      <Card>
        <ErrorSentence error={contract.error} onRetry={() => void contract.refetch()} />
      </Card>
    );
  }
  if (!contract.data) return <SkeletonPage />;

  const one = contract.data;
  const go = (change: Record<string, string | null>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { preventScrollReset: true },
    );
  const changes = terms.reduce((count, commitment) => count + commitment.terms.length - 1 + commitment.waivers.length, 0);
  const known = actuals.data?.filter((actual) => actual.knownTo === null) ?? [];
  const counts: Record<TabName, number | undefined> = { promises: undefined, actuals: known.length, land: one.parcels.length, changes, support: one.support.length };
  const offered = tabs.filter((tab) => counts[tab] === undefined || counts[tab] > 0);
  const tab = offered.find((name) => name === search.get('tab')) ?? 'promises';
  const why = assessments.data?.find((assessment) => assessment.id === search.get('why')) ?? null;
  return (
    <>
      <PageHead
        crumbs={[{ label: translate('contracts.title'), to: '/contracts' }, { label: one.number }]}
        title={one.projectName}
        beside={
          <>
            <Tag>{translate(`contracts.kinds.${one.kind}`)}</Tag>
            <Tag>{translate(`contracts.states.${one.status}`)}</Tag>
            {one.demo && <Tag>{translate('contracts.demo')}</Tag>}
            {one.verdict && one.assessedYear !== null && (
              <VerdictChip verdict={one.verdict}>
                {one.assessedYear} {translate(`parts.verdict.${one.verdict}`)}
              </VerdictChip>
            )}
          </>
        }
        actions={<ContractActions contract={one} onOpen={(drawer) => go(drawer)} />}
      />
      <Facts contract={one} />
      <Stops contract={one} today={today} onReach={(milestoneId) => go({ reach: milestoneId })} />
      {offered.length > 1 && (
        <CountTabs
          value={tab}
          label={translate('contracts.tabsLabel')}
          onChange={(next) => go({ tab: next === 'promises' ? null : next })}
          tabs={offered.map((name) => ({ value: name, label: translate(`contracts.tabs.${name}`), count: counts[name] }))}
        />
      )}
      <Suspense fallback={<Card />}>
        {tab === 'promises' && <PromiseCard contract={one} assessments={assessments} actuals={known} why={why?.id ?? null} marked={search.get('commitment') ? { commitmentId: search.get('commitment'), year: Number(search.get('year')) } : null} onWhy={(assessmentId) => go({ why: assessmentId })} />}
        {tab === 'actuals' && <ActualTable rows={actuals.data ?? []} onCorrect={(actual) => go({ correct: actual.id })} />}
        {tab === 'land' && <ParcelTable contract={one} />}
        {tab === 'changes' && <TermsTable commitments={terms} />}
        {tab === 'support' && <Support contract={one} />}
        <Drawers contract={one} terms={terms} actuals={actuals.data ?? []} today={today} search={search} onClose={() => go({ report: null, correct: null, amend: null, sign: null, waive: null, support: null, reach: null, year: null, indicator: null })} />
      </Suspense>
      {why && (
        <WhyDrawer
          assessment={why}
          contract={one}
          actual={known.find((actual) => actual.indicator === why.indicator && actual.year === why.year) ?? null}
          onClose={() => go({ why: null })}
          onOpen={(drawer) => go({ why: null, ...drawer })}
        />
      )}
    </>
  );
}

const none: never[] = [];

function Support({ contract }: { contract: { support: readonly { id: string; paidWan: string; paidOn: string; note: string }[] } }) {
  const translate = useTranslate();
  return (
    <Card flush>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{translate('contracts.support.paidOn')}</th>
            <th scope="col" className="num">
              {translate('contracts.support.paid')}
              <br />
              {translate('parts.unit.wan')}
            </th>
            <th scope="col">{translate('contracts.support.note')}</th>
          </tr>
        </thead>
        <tbody>
          {contract.support.map((payment) => (
            <tr key={payment.id}>
              <td>{payment.paidOn}</td>
              <td className="num">
                <Money wan={payment.paidWan} unit="wan" bare />
              </td>
              <td className="t-2">{payment.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
