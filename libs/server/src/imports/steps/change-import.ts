import type { ImportStatus } from '@crm/api-contract/imports';
import { Refusal, isRefusal, type Facts } from '@crm/domain/refusal';
import { publish } from '@crm/platform/live';
import { guardedUpdate, type Tx } from '@crm/platform/db';
import { dueHasChanged } from '../../due/index.js';
import type { ImportRecord } from '../imports.store.js';

/** jsonb columns take their value as JSON text; a JavaScript array would become a PostgreSQL one. */
const asColumn = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value;

/** A worker is at it, or will be. */
const moving: readonly ImportStatus[] = ['uploaded', 'checking', 'committing', 'reverting'];
/** Whoever waited longer has gone on to something else: it is told in the inbox as well. */
export const TOLD_AFTER_SECONDS = 10;

/**
 * Moves an import on, from the version that was read, and tells the pages of those who began and confirmed it. False:
 * somebody else moved it first.
 */
export async function moveImport(
  tx: Tx,
  before: ImportRecord,
  changes: Readonly<Record<string, unknown>> & { readonly status: ImportStatus },
): Promise<boolean> {
  const rests = !moving.includes(changes.status);
  const now = new Date();
  const { outcome } = await guardedUpdate(
    tx,
    'import',
    before.id,
    before.version,
    Object.fromEntries(
      Object.entries({ ...changes, ...(rests ? { ended_at: now } : {}) }).map(([column, value]) => [
        column,
        asColumn(value),
      ]),
    ),
  );
  if (outcome !== 'updated') return false;
  await publish(tx, { topic: 'imports', users: concerned(before), id: before.id, facts: { status: changes.status } });
  if (rests && now.getTime() - Date.parse(before.asked_at) > TOLD_AFTER_SECONDS * 1_000) await dueHasChanged(tx);
  return true;
}

/** Who follows an import on a page of theirs. */
export const concerned = ({ created_by, committed_by, reverted_by }: ImportRecord): string[] => [
  ...new Set([created_by, committed_by, reverted_by].filter((id) => id !== null)),
];

/**
 * Why a step cannot be done however often it is tried: a refusal, or a key of the database that the check could not
 * foresee (`import.collided`). Anything else may pass.
 */
export function failureOf(error: unknown): { readonly code: string; readonly facts: Facts } | undefined {
  if (isRefusal(error)) return { code: error.code, facts: error.facts };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return typeof code === 'string' && code.startsWith('23')
    ? { code: 'import.collided', facts: { key: String(constraint ?? code) } }
    : undefined;
}

/** `import.state`: what is asked for does not go with where the import is. */
export function demandStatus({ status }: ImportRecord, allowed: readonly ImportStatus[]): void {
  if (!allowed.includes(status)) throw Refusal.conflict('import.state', { status });
}
