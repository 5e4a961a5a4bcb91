import Button from '@mui/material/Button';
import type { Approval } from '@crm/api-contract/approvals';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Hint } from '../parts/marks/Hint.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { Money } from '../parts/text/Amounts.js';
import { InstantText } from '../parts/text/DayText.js';
import { actInWords } from './ActAsked.js';
import { levelWords, waitingWords } from './waitingWords.js';

interface CaseProps {
  row: Approval;
  onOpen: (id: string) => void;
}

/** The subject of the request; the button opens the case beside the list. */
function What({ row, onOpen }: CaseProps) {
  const translate = useTranslate();
  const kind = translate(`approvals.kind.${row.kind}`);
  const act = actInWords(row, translate);
  return (
    <>
      <Button
        variant="text"
        size="small"
        sx={{ ml: -2 }}
        onClick={() => onOpen(row.id)}
        aria-label={translate('approvals.open', { what: kind, project: row.projectName ?? '' })}
      >
        {kind}
      </Button>
      {act && <div className="caption">{act}</div>}
      {row.belowStandard && (
        <div>
          <Hint verdict="warning">{translate('approvals.below')}</Hint>
        </div>
      )}
    </>
  );
}

function About({ row }: { row: Approval }) {
  return (
    <>
      {row.contractId ? <Link to={`/contracts/${row.contractId}/show`}>{row.projectName}</Link> : row.projectName}
      <div className="caption">{[row.enterpriseName, row.contractNumber].filter(Boolean).join(' · ')}</div>
    </>
  );
}

/** The current level, and who must decide or what was decided. */
function Progress({ row }: { row: Approval }) {
  const translate = useTranslate();
  return (
    <>
      {levelWords(row, translate)}
      <div className="caption">
        {row.state === 'pending'
          ? translate('approvals.waitsFor', { who: waitingWords(row, translate) })
          : (row.reason ?? row.closedBy?.name)}
      </div>
    </>
  );
}

/** The columns of the list of cases. */
export const approvalColumns = (onOpen: CaseProps['onOpen']): RecordColumn<Approval>[] => [
  {
    source: 'kind',
    label: 'approvals.what',
    className: 'nowrap',
    cell: (row) => <What row={row} onOpen={onOpen} />,
  },
  { source: 'projectName', label: 'approvals.contract', cell: (row) => <About row={row} /> },
  {
    source: 'amountWan',
    label: 'approvals.amount',
    unit: 'parts.unit.wan',
    number: true,
    cell: (row) => <Money wan={row.amountWan} unit="wan" bare />,
  },
  { source: 'level', label: 'approvals.progress', cell: (row) => <Progress row={row} /> },
  {
    source: 'requestedAt',
    label: 'approvals.requestedBy',
    className: 'nowrap',
    cell: (row) => (
      <>
        {row.requestedBy.name}
        <div className="caption">
          <InstantText at={row.requestedAt} />
        </div>
      </>
    ),
  },
];

/** On a phone: subject and amount, then contract, level, and requester. */
export function ApprovalRow({ row, onOpen }: CaseProps) {
  const translate = useTranslate();
  return (
    <div className="phonerow">
      <span className="row">
        <span>
          <What row={row} onOpen={onOpen} />
        </span>
        <span className="spacer" />
        {row.amountWan !== null && (
          <span className="nowrap">
            <Money wan={row.amountWan} unit="wan" bare /> <span className="caption">{translate('parts.unit.wan')}</span>
          </span>
        )}
      </span>
      <div>
        <About row={row} />
      </div>
      <div>
        <Progress row={row} />
      </div>
      <span>
        {row.requestedBy.name}{' '}
        <span className="caption">
          <InstantText at={row.requestedAt} />
        </span>
      </span>
    </div>
  );
}
