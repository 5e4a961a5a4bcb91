import type { AuditEntry } from '@crm/api-contract/audit';
import { shaped } from '../data-access/index.js';
import type { AuditRow } from './audit.store.js';

const PERSONAL = ['phone', 'contact_phone', 'email'];

/** Personal numbers and addresses are masked for everybody. */
export function masked(row: AuditRow): AuditEntry {
  const shown = (values: Readonly<Record<string, unknown>> | null) =>
    values &&
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        PERSONAL.includes(name) && typeof value === 'string' ? covered(value) : value,
      ]),
    );
  return shaped<AuditEntry>()({ ...row, before: shown(row.before), after: shown(row.after) });
}

const covered = (value: string): string => (value.length > 7 ? `${value.slice(0, 3)}****${value.slice(-2)}` : '****');
