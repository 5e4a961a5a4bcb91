import type { BoardRow } from '@crm/api-contract/progress';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { stopKinds, stopsOf } from '../contracts/index.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { daysBetween } from '../parts/text/days.js';
import { PrintedProject } from './PrintedProject.js';
import { remarkColumn } from './remarkColumn.js';
import { StopCell } from './StopCell.js';

/** Firm by stop, on the screen and on paper. */
export const boardColumns = (today: string): RecordColumn<BoardRow>[] => [
  {
    source: 'enterpriseName',
    label: 'contracts.enterprise',
    only: 'screen',
    className: 'firm',
    cell: (row) => <Firm row={row} today={today} />,
  },
  {
    source: 'projectName',
    label: 'progress.checkUp.project',
    only: 'paper',
    cell: (row) => <PrintedProject row={row} />,
  },
  ...stopKinds.map((kind): RecordColumn<BoardRow> => {
    const stopOf = (row: BoardRow) => stopsOf(row, today).find((stop) => stop.kind === kind)!;
    return {
      source: kind,
      label: `contracts.stop.${kind}`,
      className: 'stop',
      cell: (row) => <StopCell stop={stopOf(row)} />,
      printed: (row) => <StopCell stop={stopOf(row)} size={9} />,
    };
  }),
  remarkColumn,
];

function Firm({ row, today }: { row: BoardRow; today: string }) {
  const translate = useTranslate();
  return (
    <>
      <Link to={`/contracts/${row.contractId}/show`} className="strong">
        {row.enterpriseShortName || row.enterpriseName}
      </Link>
      <div className="caption">{[row.parkName, row.projectName].join('·')}</div>
      {row.worstOwedOn && (
        <div className="caption strong breach phoneonly">
          {translate('contracts.stop.overdue', { smart_count: daysBetween(row.worstOwedOn, today) })}
        </div>
      )}
    </>
  );
}
