import type { ApprovalInFull } from '@crm/api-contract/approvals';
import type { PromisedIndicator } from '@crm/domain/standards';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Hint } from '../parts/marks/Hint.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { showWan } from '../parts/text/money.js';
import { NONE, showPercent } from '../parts/text/numbers.js';

interface Asked {
  id: string;
  indicator: PromisedIndicator;
  perMuWan: string | null;
  totalWan: string;
  standardPerMuWan: string | null;
  percentOfStandard: string | null;
  belowStandard: boolean;
}

const columns = (translate: TranslateFunction): RecordColumn<Asked>[] => [
  {
    source: 'indicator',
    label: 'actuals.indicator',
    cell: ({ indicator }) => translate(`indicators.short.${indicator}`),
  },
  {
    source: 'perMuWan',
    label: 'approvals.promised',
    unit: 'parts.unit.perMu',
    number: true,
    cell: ({ perMuWan }) => (perMuWan === null ? NONE : showWan(translate, perMuWan, 2)),
  },
  {
    source: 'standardPerMuWan',
    label: 'contracts.standard',
    unit: 'parts.unit.perMu',
    number: true,
    cell: ({ standardPerMuWan }) => (standardPerMuWan === null ? NONE : showWan(translate, standardPerMuWan)),
  },
  {
    source: 'percentOfStandard',
    label: 'approvals.ofStandard',
    unit: 'parts.unit.percent',
    number: true,
    cell: ({ belowStandard, percentOfStandard }) =>
      belowStandard ? (
        <Hint verdict="warning">{showPercent(percentOfStandard, 2)}</Hint>
      ) : (
        showPercent(percentOfStandard, 2)
      ),
  },
];

/** The commitments against the standard, as they were when approval was requested. */
export function PromisesAsked({ promises }: { promises: ApprovalInFull['payload'][string] | undefined }) {
  const translate = useTranslate();
  const rows = Array.isArray(promises) ? (promises as unknown as Omit<Asked, 'id'>[]) : [];
  if (rows.length === 0) return null;
  return (
    <RowsTable<Asked>
      name="promises-asked"
      label={translate('approvals.ofStandard')}
      rows={rows.map((row) => ({ ...row, id: row.indicator }))}
      columns={columns(translate)}
    />
  );
}
