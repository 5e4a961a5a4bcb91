import Button from '@mui/material/Button';
import type { Approval } from '@crm/api-contract/approvals';
import { approvals } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { Link, useSearchParams } from 'react-router';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { ListPage } from '../parts/tables/ListPage.js';
import { useAddressList } from '../parts/tables/useAddressList.js';
import { addressWith } from '../parts/text/address.js';
import { ApprovalRow, approvalColumns } from './approvalColumns.js';
import { CaseDrawer } from './CaseDrawer.js';
import { MINE, useApprovalCounts, type Mine } from './useApprovals.js';

/** 审批: tab and open case are in the URL. */
export default function ApprovalList() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const counts = useApprovalCounts();
  const mine =
    MINE.find((one) => one === search.get('mine')) ??
    (counts?.todo === 0 && counts.requested > 0 ? 'requested' : 'todo');
  const list = useAddressList(approvals.list, {
    resource: 'approvals',
    // The tab is a view of its own: while it is empty it says why, and clears no filter.
    words: [],
    filter: { mine },
    sort: { field: 'requestedAt', order: 'DESC' },
    perPage: 50,
  });
  const open = search.get('case');
  const go = (change: Record<string, string | null>) => setSearch(addressWith(search, change, true), { replace: true });
  const openCase = (id: string) => go({ case: id });
  return (
    <>
      <ListPage<Approval>
        list={list}
        title={translate('approvals.title')}
        caption={translate('approvals.caption')}
        tabs={
          <CountTabs
            value={mine}
            label={translate('approvals.title')}
            onChange={(next: Mine) => go({ mine: next, page: null })}
            tabs={MINE.map((value) => ({ value, label: translate(`approvals.mine.${value}`), count: counts?.[value] }))}
          />
        }
        columns={approvalColumns(openCase)}
        phoneRow={(row) => <ApprovalRow row={row} onOpen={openCase} />}
        empty={{
          icon: 'check',
          title: translate(`approvals.none.${mine}`),
          why: translate('approvals.noneWhy'),
          action: (
            <Button component={Link} to="/contracts">
              {translate('contracts.title')}
            </Button>
          ),
        }}
        skeletonRows={6}
      />
      {open && <CaseDrawer key={open} id={open} onClose={() => go({ case: null })} />}
    </>
  );
}
