import Button from '@mui/material/Button';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Link } from 'react-router';
import type { RecordColumn } from '../parts/tables/columns.js';
import type { Assignment } from './HandOverDrawer.js';

/** Undefined for those who may not hand over. */
type OnHandOver = ((row: Assignment) => void) | undefined;

const Firm = ({ row }: { row: Assignment }) => (
  <Link to={`/enterprises/${row.enterpriseId}/show`}>{row.enterpriseName}</Link>
);

function HandOver({ row, onHandOver }: { row: Assignment; onHandOver: OnHandOver }) {
  const translate = useTranslate();
  if (!onHandOver) return null;
  return (
    <Button size="small" variant="text" onClick={() => onHandOver(row)}>
      {translate('secretaries.handOver')}
    </Button>
  );
}

/** Who looks after which enterprise, and since when. */
export const assignmentColumns = (
  translate: TranslateFunction,
  onHandOver: OnHandOver,
): (RecordColumn<Assignment> | false)[] => [
  { source: 'enterpriseName', label: 'secretaries.find', cell: (row) => <Firm row={row} /> },
  { source: 'role', label: 'secretaries.role', cell: ({ role }) => translate(`secretaries.roles.${role}`) },
  { source: 'userName', label: 'secretaries.secretary', cell: ({ userName }) => userName },
  { source: 'fromDay', label: 'secretaries.since', className: 'nowrap', cell: ({ fromDay }) => fromDay },
  onHandOver !== undefined && {
    source: 'handOver',
    label: 'secretaries.handOver',
    heard: true,
    number: true,
    only: 'screen',
    cell: (row) => <HandOver row={row} onHandOver={onHandOver} />,
  },
];

/** On a phone: the enterprise and the button, then person, role and first day. */
export function AssignmentRow({ row, onHandOver }: { row: Assignment; onHandOver: OnHandOver }) {
  const translate = useTranslate();
  return (
    <div className="phonerow">
      <span className="row">
        <Firm row={row} />
        <span className="spacer" />
        <HandOver row={row} onHandOver={onHandOver} />
      </span>
      <span className="quiet">
        {[translate(`secretaries.roles.${row.role}`), row.userName, row.fromDay].join(' · ')}
      </span>
    </div>
  );
}
