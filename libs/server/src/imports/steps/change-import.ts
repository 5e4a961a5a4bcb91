import type { ImportStatus } from '@crm/api-contract/imports';
import { Refusal, isRefusal, type Facts } from '@crm/domain/refusal';
import { publish } from '@crm/platform/live';
import type { ChangesOf, Tx } from '@crm/platform/db';
import { dueHasChanged } from '../../due/index.js';
import { importTable } from '../import.entity.js';
import type { ImportRecord } from '../imports.store.js';

/** A worker is working on it, or will be. */
const moving: readonly ImportStatus[] = ['uploaded', 'checking', 'committing', 'reverting'];
/** Whoever waited longer has probably left the page, so the result also goes to the inbox. */
export const TOLD_AFTER_SECONDS = 10;

/**
 * Moves an import to its next state, from the version that was read, and informs the pages of those who started and
 * confirmed it. Returns false if another process moved it first.
 */
export async function moveImport(
  tx: Tx,
  before: ImportRecord,
  changes: ChangesOf<typeof importTable> & { readonly status: ImportStatus },
): Promise<boolean> {
  const rests = !moving.includes(changes.status);
  const now = new Date();
  const { outcome } = await importTable.change(tx, before.id, before.version, {
    ...changes,
    ...(rests ? { endedAt: now.toISOString() } : {}),
  });
  if (outcome !== 'changed') return false;
  await publish(tx, { topic: 'imports', users: concerned(before), id: before.id, facts: { status: changes.status } });
  if (rests) await dueHasChanged(tx, 'import', [before.id]);
  return true;
}

/** People who follow an import on their pages. */
export const concerned = ({ createdBy, committedBy, revertedBy }: ImportRecord): string[] => [
  ...new Set([createdBy, committedBy, revertedBy].filter((id) => id !== null)),
];

/**
 * Why a step can never succeed: a refusal, a unique key that the check could not foresee (`import.collided`), or a
 * value that the database cannot hold (`import.broke-off`). Other errors may be temporary.
 */
export function failureOf(error: unknown): { readonly code: string; readonly facts: Facts } | undefined {
  if (isRefusal(error)) return { code: error.code, facts: error.facts };
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  if (typeof code !== 'string') return undefined;
  if (code.startsWith('23')) return { code: 'import.collided', facts: { key: String(constraint ?? code) } };
  return /^22/.test(code) ? { code: 'import.broke-off', facts: {} } : undefined;
}

/** Refuses `import.state`: the request does not fit the state of the import. */
export function demandStatus({ status }: ImportRecord, allowed: readonly ImportStatus[]): void {
  if (!allowed.includes(status)) throw Refusal.conflict('import.state', { status });
}
