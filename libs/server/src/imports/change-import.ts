import type { ImportStatus } from '@crm/api-contract/imports';
import { Refusal } from '@crm/domain/refusal';
import { publish } from '@crm/platform/live';
import { guardedUpdate, type Tx } from '@crm/platform/db';
import type { ImportRecord } from './imports.store.js';

/** jsonb columns take their value as JSON text; a JavaScript array would become a PostgreSQL one. */
const asColumn = (value: unknown): unknown => (value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value);

/** Moves an import on, from the version that was read, and tells the page of whoever began it. False: somebody else moved it first. */
export async function moveImport(tx: Tx, before: ImportRecord, changes: Readonly<Record<string, unknown>> & { readonly status: ImportStatus }): Promise<boolean> {
  const { outcome } = await guardedUpdate(tx, 'import', before.id, before.version, Object.fromEntries(Object.entries(changes).map(([column, value]) => [column, asColumn(value)])));
  if (outcome === 'updated') await publish(tx, { topic: 'imports', users: [before.created_by], id: before.id, facts: { status: changes.status } });
  return outcome === 'updated';
}

/** `import.state`: what is asked for does not go with where the import is. */
export function demandStatus({ status }: ImportRecord, allowed: readonly ImportStatus[]): void {
  if (!allowed.includes(status)) throw Refusal.conflict('import.state', { status });
}
