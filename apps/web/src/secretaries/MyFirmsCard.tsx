import { contracts } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import { useGetIdentity, useTranslate, type TranslateFunction } from 'ra-core';
import { Link } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { showWan } from '../parts/text/money.js';
import { NONE } from '../parts/text/numbers.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
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
        <RowsTable<Row>
          name="my-firms"
          label={translate('secretaries.mine')}
          rows={data.data}
          columns={columns(translate)}
        />
      )}
    </Card>
  );
}

const perMu = (translate: TranslateFunction, indicator: 'investment' | 'output' | 'tax'): RecordColumn<Row> => ({
  source: indicator,
  label: `secretaries.${indicator}`,
  unit: 'parts.unit.perMu',
  number: true,
  className: 'permupromised',
  cell: ({ promised }) => {
    const value = promised[indicator]?.perMuWan;
    return value === null || value === undefined ? NONE : showWan(translate, value);
  },
});

const columns = (translate: TranslateFunction): RecordColumn<Row>[] => [
  {
    source: 'enterpriseName',
    label: 'secretaries.find',
    className: 'firmname',
    cell: (row) => (
      <>
        <Link to={`/contracts/${row.id}`}>{row.enterpriseName}</Link>
        <div className="caption">{row.projectName}</div>
      </>
    ),
  },
  perMu(translate, 'investment'),
  perMu(translate, 'output'),
  perMu(translate, 'tax'),
  {
    source: 'verdict',
    label: 'secretaries.verdict',
    cell: ({ verdict }) => (verdict ? <VerdictChip verdict={verdict} /> : NONE),
  },
];
