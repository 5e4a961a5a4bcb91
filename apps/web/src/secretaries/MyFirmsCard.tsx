import { contracts } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import { useGetIdentity, useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { showWan } from '../parts/text/money.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useAsk } from '../providers/useAsk.js';
import './secretaries.css';

type Row = AnswerOf<typeof contracts.list>['data'][number];

/**
 * A secretary's enterprises with commitments per mu and the verdict of the last assessed year. The server returns only
 * the assigned ones.
 */
export default function MyFirmsCard() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const mine = (identity as { role?: string } | undefined)?.role === 'secretary';
  const { data } = useAsk(contracts.list, { query: { perPage: 100 } }, { enabled: mine });
  if (!mine) return null;
  return (
    <Card title={translate('secretaries.mine')} flush>
      {!data ? (
        <SkeletonTable rows={3} />
      ) : data.data.length === 0 ? (
        <EmptyState
          icon="person"
          title={translate('secretaries.mineNone')}
          why={translate('secretaries.mineNoneWhy')}
        />
      ) : (
        <Firms rows={data.data} />
      )}
    </Card>
  );
}

function Firms({ rows }: { rows: readonly Row[] }) {
  const translate = useTranslate();
  const perMu = (value: string | null | undefined) =>
    value === null || value === undefined ? '—' : showWan(translate, value);
  return (
    <ScrollX label={translate('secretaries.mine')}>
      <table className="plain myfirms">
        <thead>
          <tr>
            <th scope="col">{translate('secretaries.find')}</th>
            {(['investment', 'output', 'tax'] as const).map((indicator) => (
              <th scope="col" className="num" key={indicator}>
                {translate(`secretaries.${indicator}`)}
                <br />
                {translate('parts.unit.perMu')}
              </th>
            ))}
            <th scope="col">{translate('secretaries.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/contracts/${row.id}`}>{row.enterpriseName}</Link>
                <div className="t-cap">{row.projectName}</div>
              </th>
              <td className="num">{perMu(row.promised.investment?.perMuWan)}</td>
              <td className="num">{perMu(row.promised.output?.perMuWan)}</td>
              <td className="num">{perMu(row.promised.tax?.perMuWan)}</td>
              <td>{row.verdict ? <VerdictChip verdict={row.verdict} /> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
