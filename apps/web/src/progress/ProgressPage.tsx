import { useTranslate } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { Card, PageHead } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { useAbility } from '../providers/abilities.js';
import { useAddress, useSummary, type Address } from './useProgress.js';
import './progress.css';

export interface TabProps {
  address: Address;
  today: string;
}

const contents = {
  milestones: lazy(() => import('./BoardTab.js')),
  land: lazy(() => import('./LandTab.js')),
  'check-up': lazy(() => import('./CheckUpTab.js')),
  batches: lazy(() => import('./BatchesTab.js')),
};
type Tab = keyof typeof contents;

/** 项目推进: how far signed projects are, and which of them stand still. All filters are in the URL. */
export default function ProgressPage() {
  const translate = useTranslate();
  const ability = useAbility();
  const [today] = useState(() => dayOf(new Date()));
  const address = useAddress();
  const { data } = useSummary();
  const tabs = (Object.keys(contents) as Tab[]).filter((tab) =>
    tab === 'batches' ? ability.can('read', 'Portfolio') : tab === 'check-up' ? ability.can('read', 'CheckUp') : true,
  );
  const tab = tabs.find((one) => one === address.search.get('tab')) ?? 'milestones';
  const counts: Partial<Record<Tab, number | undefined>> = {
    milestones: data?.lateContracts,
    land: data?.idleLand,
    'check-up': data?.flagged,
  };
  const Content = contents[tab];
  return (
    <>
      <PageHead title={translate('progress.title')} caption={translate(`progress.caption.${tab}`)} />
      <div className="noprint">
        <CountTabs
          value={tab}
          label={translate('progress.tabsLabel')}
          // Another tab is another query; of the filters only the place stays.
          onChange={(next) =>
            address.set({
              ...Object.fromEntries(
                [...address.search.keys()]
                  .filter((name) => name !== 'park' && name !== 'industry')
                  .map((name) => [name, null]),
              ),
              tab: next === 'milestones' ? null : next,
            })
          }
          tabs={tabs.map((value) => ({ value, label: translate(`progress.tabs.${value}`), count: counts[value] }))}
        />
      </div>
      <Suspense
        fallback={
          <Card flush>
            <SkeletonTable rows={8} />
          </Card>
        }
      >
        <Content address={address} today={today} />
      </Suspense>
    </>
  );
}
