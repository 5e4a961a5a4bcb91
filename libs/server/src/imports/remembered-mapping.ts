import { createHash } from 'node:crypto';
import type { ColumnUnit, ImportKind, UnitGroup } from '@crm/domain/imports';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import type { ImportRecord, StoredColumn } from './imports.store.js';

interface Remembered {
  readonly columns: readonly Pick<StoredColumn, 'header' | 'field' | 'unit'>[];
  readonly units: Partial<Record<UnitGroup, ColumnUnit>>;
}

/** The same header, whatever columns it stands in. */
const fingerprintOf = (columns: readonly Pick<StoredColumn, 'header'>[]): string => createHash('sha256').update(JSON.stringify(columns.map(({ header }) => header))).digest('hex');

/** What this header meant the last time it was imported under, instead of a guess. */
export async function recall(rows: Rows, kind: ImportKind, columns: readonly StoredColumn[]): Promise<{ columns: StoredColumn[]; units: Remembered['units'] } | undefined> {
  const found = await rows.one<Remembered>('SELECT columns, units FROM import_mapping WHERE kind = $1 AND fingerprint = $2', [kind, fingerprintOf(columns)]);
  if (!found) return undefined;
  return { units: found.units, columns: columns.map((column, at) => ({ ...column, field: found.columns[at]?.field ?? null, unit: found.columns[at]?.unit ?? null, confidence: 'remembered' as const })) };
}

export async function remember(tx: Tx, { kind, columns, units }: ImportRecord, userId: string): Promise<void> {
  const kept = JSON.stringify(columns.map(({ header, field, unit }) => ({ header, field, unit })));
  await tx.run(
    `INSERT INTO import_mapping (id, kind, fingerprint, columns, units, saved_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (kind, fingerprint) DO UPDATE SET columns = excluded.columns, units = excluded.units, saved_by = excluded.saved_by, version = import_mapping.version + 1, updated_at = now()
     WHERE import_mapping.columns <> excluded.columns OR import_mapping.units <> excluded.units`,
    [newId(), kind, fingerprintOf(columns), kept, JSON.stringify(units), userId],
  );
}
