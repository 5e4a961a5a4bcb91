import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { Note } from '../parts/marks/Note.js';

/** Columns with numbers that no field takes, and a ledger without commitments; shown before and after the import. */
export function LeftOutNote({ record }: { record: Import }) {
  const translate = useTranslate();
  const columns = record.leftOut
    .map(({ column, header, numbers }) => translate('imports.leftOutColumn', { column, header, numbers }))
    .join(translate('imports.and'));
  const promises =
    record.kind !== 'contract-ledger' ||
    record.mapping.length === 0 ||
    record.mapping.some(({ field }) => field?.startsWith('promised'));
  if (columns === '' && promises) return null;
  return (
    <Note kind="warning">
      {!promises && <div>{translate('imports.leftOutPromises')}</div>}
      {columns !== '' && translate('imports.leftOut', { columns })}
    </Note>
  );
}
