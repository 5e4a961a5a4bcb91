import { createHash } from 'node:crypto';
import { newId, type Rows, type ShownOf, type Tx } from '@crm/platform/db';
import type { Actor } from '../../data-access/index.js';
import { importMappingTable, type StoredColumn } from '../import.entity.js';
import type { ImportRecord } from '../imports.store.js';

type Remembered = Pick<ShownOf<typeof importMappingTable>, 'columns' | 'units'>;

/** The same header, in any order of columns. */
const fingerprintOf = (columns: readonly Pick<StoredColumn, 'header'>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ header }) => header)))
    .digest('hex');

/**
 * The mapping that this office used for the same header last time, instead of a guess. Offices do not share mappings:
 * the same word may mean another unit.
 */
export async function recall(
  rows: Rows,
  { kind, createdBy }: ImportRecord,
  columns: readonly StoredColumn[],
): Promise<{ columns: StoredColumn[]; units: Remembered['units'] } | undefined> {
  const found = await rows.one<Remembered>(
    `SELECT m.columns, m.units
     FROM import_mapping m
     JOIN app_user u ON u.id = $3
     WHERE m.kind = $1 AND m.fingerprint = $2 AND m.department_id IS NOT DISTINCT FROM u.department_id`,
    [kind, fingerprintOf(columns), createdBy],
  );
  if (!found) return undefined;
  return {
    units: found.units,
    columns: columns.map((column, at) => ({
      ...column,
      field: found.columns[at]?.field ?? null,
      unit: found.columns[at]?.unit ?? null,
      confidence: 'remembered' as const,
    })),
  };
}

export async function remember(
  tx: Tx,
  { kind, columns, units }: ImportRecord,
  { userId, departmentId }: Actor,
): Promise<void> {
  await importMappingTable.insert(
    tx,
    {
      id: newId(),
      kind,
      fingerprint: fingerprintOf(columns),
      columns: columns.map(({ header, field, unit }) => ({ header, field, unit })),
      units,
      savedBy: userId,
      departmentId,
    },
    `ON CONSTRAINT import_mapping_once
     DO UPDATE SET
       columns = excluded.columns, units = excluded.units, saved_by = excluded.saved_by,
       version = import_mapping.version + 1, updated_at = now()
     WHERE import_mapping.columns <> excluded.columns OR import_mapping.units <> excluded.units`,
  );
}
