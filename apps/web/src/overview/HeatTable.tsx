import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { Area } from '../parts/text/Amounts.js';
import { showDecimal } from '../parts/text/numbers.js';
import type { HeatGroup, HeatRow } from './heat.js';

type Row = HeatRow & { id: string; park: string };

/** The rows of the heat map as a table, with exact percentages. */
export function HeatTable({ groups, years }: { groups: readonly HeatGroup[]; years: readonly number[] }) {
  const translate = useTranslate();
  const rows = groups.flatMap(({ park, rows: ofPark }) => ofPark.map((row) => ({ ...row, id: row.contractId, park })));
  return (
    <RowsTable<Row>
      name="heat-rows"
      className="heattable"
      label={translate('overview.heat')}
      columns={heatColumns(years)}
      rows={rows}
    />
  );
}

const heatColumns = (years: readonly number[]): RecordColumn<Row>[] => [
  {
    source: 'enterpriseName',
    label: 'overview.firm',
    className: 'nowrap',
    cell: (row) => <Link to={`/contracts/${row.contractId}`}>{row.enterpriseName}</Link>,
  },
  { source: 'park', label: 'overview.park', className: 'quiet nowrap', cell: ({ park }) => park },
  {
    source: 'areaMu',
    label: 'overview.area',
    unit: 'parts.unit.mu',
    number: true,
    cell: ({ areaMu }) => <Area mu={areaMu} bare />,
  },
  ...years.map((year, at): RecordColumn<Row> => ({
    source: `lowest${year}`,
    label: String(year),
    unit: 'overview.lowest',
    cell: ({ facts }) => (
      <span className="row lowest">
        <VerdictChip verdict={facts[at]?.verdict ?? 'not-due'} />
        <span>{showDecimal(facts[at]?.lowestAttainmentPercent ?? null, 2)}</span>
      </span>
    ),
  })),
];
