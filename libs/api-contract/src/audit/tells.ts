import type { Tells } from '../choices/index.js';
import { permissions, type SubjectPermissions } from '../permissions/index.js';
import type { RouteContract } from '../wire/index.js';

const told: Readonly<Record<string, SubjectPermissions>> = permissions;

/**
 * What a route tells the audit trail when it answers. It follows from verb and subject, so that a new route that shows
 * contracts is told without a word; `tells` in its declaration says otherwise.
 */
export function tellsOf(contract: RouteContract): Tells | undefined {
  if (contract.tells !== undefined) return contract.tells === 'nothing' ? undefined : contract.tells;
  const [verb, subject] = Array.isArray(contract.access) ? (contract.access as readonly string[]) : [];
  if (contract.download !== undefined) return verb === 'export' || contract.costs === 'export' ? 'export' : 'download';
  if (verb === 'export') return 'export';
  return verb === 'read' && contract.method === 'GET' && told[subject ?? '']?.told ? 'read' : undefined;
}

/** Resources whose table has another name than the resource. */
const NAMED: Readonly<Record<string, string>> = {
  users: 'app_user',
  decisions: 'consequence_decision',
  'checklist-items': 'clause_checklist_item',
  supplements: 'contract_amendment',
  'light-bands': 'light_bands',
  'four-batches': 'four_batch',
  progress: 'progress',
  firms: 'evaluation_firm',
  checklist: 'contract_check',
  undelivered: 'reminder_occurrence',
};

/**
 * The record that a route is about, as the trail names it: the resource before the last id, and that id. Of
 * `/contracts/:id/timeline` it is the contract, of `/contracts` all contracts.
 */
export function recordOf(
  { path }: Pick<RouteContract, 'path'>,
  params: Readonly<Record<string, unknown>>,
): { readonly subject: string; readonly subjectId: string } {
  const parts = path.split('/').slice(1);
  const at = parts.findLastIndex((part) => part.startsWith(':'));
  const resource = (at > 0 ? parts[at - 1] : parts[0]) as string;
  const id = at > 0 ? params[(parts[at] as string).slice(1)] : undefined;
  return { subject: tableOf(resource), subjectId: typeof id === 'string' ? id.slice(0, 60) : '' };
}

const tableOf = (resource: string): string =>
  NAMED[resource] ?? resource.replaceAll('-', '_').replace(/ies$/, 'y').replace(/s$/, '');
