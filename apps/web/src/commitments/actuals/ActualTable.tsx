import type { Actual } from '@crm/api-contract/commitments';
import { useTranslate } from 'ra-core';
import { Card } from '../../parts/layout/Card.js';
import { RowsTable } from '../../parts/tables/RecordTable.js';
import { useActualTable } from './useActualTable.js';

/**
 * 实绩 of one contract: what was reported, by whom, and whether another person has verified it. Corrected figures stay,
 * crossed out, with the reason of the correction.
 */
export default function ActualTable({
  rows,
  onCorrect,
}: {
  rows: readonly Actual[];
  onCorrect: (actual: Actual) => void;
}) {
  const translate = useTranslate();
  const { columns, table, opened } = useActualTable({ rows, onCorrect });
  return (
    <Card flush>
      <RowsTable<Actual>
        name="contract-actuals"
        label={translate('actuals.title')}
        columns={columns}
        rows={rows}
        {...table}
      />
      {opened}
    </Card>
  );
}
