import { useTranslate } from 'ra-core';
import { PrintedTable } from '../parts/tables/PrintedTable.js';
import { usePerMu } from '../portfolio/index.js';
import { groupColumns, groupRows } from './groupColumns.js';
import type { Grouped } from './groupLinks.js';

/** 1. Commitments against the standard, whole percentages, the total last. */
export function PrintedGroups(grouped: Grouped) {
  const translate = useTranslate();
  const { data } = usePerMu(grouped.question, grouped.by);
  return (
    <>
      <h2>{translate(`overview.printGroups.${grouped.by}`)}</h2>
      <PrintedTable
        columns={groupColumns(translate, grouped)}
        rows={groupRows(data?.groups ?? [])}
        keyOf={({ id }) => id}
      />
    </>
  );
}
