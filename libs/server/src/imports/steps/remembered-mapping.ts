import { createHash } from 'node:crypto';
import type { ColumnUnit, UnitGroup } from '@crm/domain/imports';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import type { Actor } from '../../data-access/index.js';
import type { ImportRecord, StoredColumn } from '../imports.store.js';

interface Remembered {
  readonly columns: readonly Pick<StoredColumn, 'header' | 'field' | 'unit'>[];
  readonly units: Partial<Record<UnitGroup, ColumnUnit>>;
}

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
  { kind, created_by }: ImportRecord,
  columns: readonly StoredColumn[],
): Promise<{ columns: StoredColumn[]; units: Remembered['units'] } | undefined> {
  const found = await rows.one<Remembered>(
    `SELECT m.columns, m.units
     FROM import_mapping m
     JOIN app_user u ON u.id = $3
     WHERE m.kind = $1 AND m.fingerprint = $2 AND m.department_id IS NOT DISTINCT FROM u.department_id`,
    [kind, fingerprintOf(columns), created_by],
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
  const kept = JSON.stringify(columns.map(({ header, field, unit }) => ({ header, field, unit })));
  await tx.run(
    `INSERT INTO import_mapping (id, kind, fingerprint, columns, units, saved_by, department_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT ON CONSTRAINT import_mapping_once
     DO UPDATE SET
       columns = excluded.columns, units = excluded.units, saved_by = excluded.saved_by,
       version = import_mapping.version + 1, updated_at = now()
     WHERE import_mapping.columns <> excluded.columns OR import_mapping.units <> excluded.units`,
    [newId(), kind, fingerprintOf(columns), kept, JSON.stringify(units), userId, departmentId],
  );
}
