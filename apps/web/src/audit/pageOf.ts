import type { AuditEntry } from '@crm/api-contract/audit';

type Told = Readonly<Record<string, unknown>>;

/** The page of a record by its table. Records without one are parts of a contract or an enterprise. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  approval: (id) => `/approvals?case=${id}`,
  contract: (id) => `/contracts/${id}`,
  enterprise: (id) => `/enterprises/${id}/show`,
  evaluation_round: (id) => `/per-mu-classes/${id}`,
  import: (id) => `/imports/${id}`,
  lead: (id) => `/leads/${id}/show`,
};

/** Columns that name the record that a row is a part of. */
const PART_OF: readonly (readonly [column: string, subject: string])[] = [
  ['contract_id', 'contract'],
  ['lead_id', 'lead'],
  ['enterprise_id', 'enterprise'],
  ['winner_id', 'enterprise'],
  ['round_id', 'evaluation_round'],
  ['import_id', 'import'],
];

/** Where the record of an entry stands; null if it has no page, or the entry does not say of what it is a part. */
export function pageOf({ action, subject, subjectId, before, after }: AuditEntry): string | null {
  if (subjectId === '' || action === 'delete') return null;
  const own = PAGES[subject]?.(subjectId);
  if (own !== undefined) return own;
  const told: Told = { ...before, ...after };
  for (const [column, whole] of PART_OF) {
    const id = told[column];
    if (typeof id === 'string') return PAGES[whole]?.(id) ?? null;
  }
  return null;
}
