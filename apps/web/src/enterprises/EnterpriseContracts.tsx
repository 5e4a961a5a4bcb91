import { contracts } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { Area, Money } from '../parts/text/Amounts.js';
import { DayText } from '../parts/text/DayText.js';
import { NONE } from '../parts/text/numbers.js';
import { useAsk } from '../providers/useAsk.js';

type Contract = AnswerOf<typeof contracts.list>['data'][number];

const columns: readonly RecordColumn<Contract>[] = [
  {
    source: 'number',
    label: 'enterprises.number',
    cell: ({ id, number }) => <Link to={`/contracts/${id}/show`}>{number}</Link>,
  },
  { source: 'projectName', label: 'leads.project', cell: ({ projectName }) => projectName },
  {
    source: 'signedOn',
    label: 'enterprises.signedOn',
    className: 'quiet',
    cell: ({ signedOn }) => <DayText day={signedOn} />,
  },
  {
    source: 'amountWan',
    label: 'enterprises.amount',
    number: true,
    cell: ({ amountWan }) => <Money wan={amountWan} />,
  },
  { source: 'areaMu', label: 'leads.area', number: true, cell: ({ areaMu }) => <Area mu={areaMu} /> },
  {
    source: 'verdict',
    label: 'enterprises.verdict',
    cell: ({ verdict }) => (verdict ? <VerdictChip verdict={verdict} /> : NONE),
  },
];

/** On a phone: project and state, then number and day, and the amount. */
function ContractRow({ contract }: { contract: Contract }) {
  return (
    <Link to={`/contracts/${contract.id}/show`} className="phonerow">
      <span className="row">
        <b className="strong ellipsis">{contract.projectName}</b>
        <span className="spacer" />
        {contract.verdict && <VerdictChip verdict={contract.verdict} />}
      </span>
      <span className="caption">
        {contract.number} · <DayText day={contract.signedOn} />
      </span>
      <span className="quiet">
        <Money wan={contract.amountWan} /> · <Area mu={contract.areaMu} />
      </span>
    </Link>
  );
}

/** The contracts of an enterprise, the last signed first. */
export function EnterpriseContracts({ enterpriseId }: { enterpriseId: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useAsk(
    contracts.list,
    { query: { perPage: 50, sort: 'signedOn', order: 'desc', filter: { enterpriseId } } },
    { select: ({ data }) => data },
  );
  const title = translate('enterprises.contracts');
  return (
    <Card title={title} {...(data ? { caption: data.length } : {})} flush>
      {error && <ErrorSentence error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonTable rows={2} />}
      {data?.length === 0 && <EmptyState icon="contracts" title={translate('enterprises.noContracts')} />}
      {data && data.length > 0 && (
        <RowsTable<Contract>
          name="enterprise-contracts"
          label={title}
          rows={data}
          columns={columns}
          phoneRow={(contract) => <ContractRow contract={contract} />}
        />
      )}
    </Card>
  );
}
