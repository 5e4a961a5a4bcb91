import Button from '@mui/material/Button';
import type { Approval } from '@crm/api-contract/approvals';
import { useTranslate } from 'ra-core';
import { Link, useSearchParams } from 'react-router';
import { ListFoot } from '../parts/tables/ListFoot.js';
import { addressWith } from '../parts/text/address.js';
import { Money } from '../parts/text/Amounts.js';
import { Answer } from '../parts/layout/Answer.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { InstantText } from '../parts/text/DayText.js';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { Hint } from '../parts/marks/Hint.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { UnitHead } from '../parts/tables/UnitHead.js';
import { actInWords } from './ActAsked.js';
import { CaseDrawer } from './CaseDrawer.js';
import { levelWords, waitingWords } from './waitingWords.js';
import { MINE, PER_PAGE, useApprovalCounts, useApprovals, type Mine } from './useApprovals.js';

/** 审批: tab and open case are in the URL. */
export default function ApprovalsPage() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const counts = useApprovalCounts();
  const mine =
    MINE.find((one) => one === search.get('mine')) ??
    (counts?.todo === 0 && counts.requested > 0 ? 'requested' : 'todo');
  const page = Math.max(1, Number(search.get('page')) || 1);
  const answer = useApprovals(mine, page);
  const { data } = answer;
  const open = search.get('case');
  const go = (change: Record<string, string | null>) => setSearch(addressWith(search, change, true), { replace: true });
  return (
    <>
      <PageHead title={translate('approvals.title')} caption={translate('approvals.caption')} />
      <CountTabs
        value={mine}
        label={translate('approvals.title')}
        onChange={(next: Mine) => go({ mine: next, page: null })}
        tabs={MINE.map((value) => ({ value, label: translate(`approvals.mine.${value}`), count: counts?.[value] }))}
      />
      <Card flush label={translate(`approvals.mine.${mine}`)}>
        <Answer
          answer={answer}
          rows={6}
          none={(data) =>
            data.data.length === 0 && (
              <EmptyState
                icon="check"
                title={translate(`approvals.none.${mine}`)}
                why={translate('approvals.noneWhy')}
                action={
                  <Button component={Link} to="/contracts">
                    {translate('contracts.title')}
                  </Button>
                }
              />
            )
          }
        >
          {(data) => <Cases rows={data.data} onOpen={(id) => go({ case: id })} />}
        </Answer>
        {data && data.total > PER_PAGE && (
          <ListFoot
            page={page}
            perPage={PER_PAGE}
            total={data.total}
            shown={data.data.length}
            onPage={(next) => go({ page: next === 1 ? null : String(next) })}
          />
        )}
      </Card>
      {open && <CaseDrawer key={open} id={open} onClose={() => go({ case: null })} />}
    </>
  );
}

function Cases({ rows, onOpen }: { rows: readonly Approval[]; onOpen: (id: string) => void }) {
  const translate = useTranslate();
  return (
    <ScrollX label={translate('approvals.title')}>
      <table className="plain aslist">
        <thead>
          <tr>
            <th scope="col">{translate('approvals.what')}</th>
            <th scope="col">{translate('approvals.contract')}</th>
            <UnitHead name={translate('approvals.amount')} unit={translate('parts.unit.wan')} />
            <th scope="col">{translate('approvals.progress')}</th>
            <th scope="col">{translate('approvals.requestedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="nw">
                <Button
                  variant="text"
                  size="small"
                  sx={{ ml: -2 }}
                  onClick={() => onOpen(row.id)}
                  aria-label={translate('approvals.open', {
                    what: translate(`approvals.kind.${row.kind}`),
                    project: row.projectName ?? '',
                  })}
                >
                  {translate(`approvals.kind.${row.kind}`)}
                </Button>
                {actInWords(row, translate) && <div className="t-cap">{actInWords(row, translate)}</div>}
                {row.belowStandard && (
                  <div>
                    <Hint verdict="warning">{translate('approvals.below')}</Hint>
                  </div>
                )}
              </th>
              <td className="whole">
                {row.contractId ? (
                  <Link to={`/contracts/${row.contractId}/show`}>{row.projectName}</Link>
                ) : (
                  row.projectName
                )}
                <div className="t-cap">{[row.enterpriseName, row.contractNumber].filter(Boolean).join(' · ')}</div>
              </td>
              <td className="num beside">
                <Money wan={row.amountWan} unit="wan" bare />
                {row.amountWan !== null && <span className="onphone t-cap"> {translate('parts.unit.wan')}</span>}
              </td>
              <td className="whole">
                {levelWords(row, translate)}
                <div className="t-cap">
                  {row.state === 'pending'
                    ? translate('approvals.waitsFor', { who: waitingWords(row, translate) })
                    : (row.reason ?? row.closedBy?.name)}
                </div>
              </td>
              <td className="nw">
                {row.requestedBy.name}
                <div className="t-cap">
                  <InstantText at={row.requestedAt} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
