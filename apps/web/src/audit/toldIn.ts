import type { AuditEntry } from '@crm/api-contract/audit';
import type { TranslateFunction } from 'ra-core';

/** Subjects with a word of their own; another is shown by the name of its table. */
const SUBJECTS = [
  ...(['contract', 'commitment', 'parcel', 'milestone', 'assessment', 'actual', 'receipt', 'approval'] as const),
  ...(['enterprise', 'contact', 'lead', 'file', 'import', 'import_row', 'session', 'app_user', 'api_key'] as const),
  ...(['reminder_rule', 'reminder_occurrence', 'provincial_standard', 'approval_policy', 'audit_entry'] as const),
  ...(['audit_person', 'audit_unmasking', 'contact_unmasking', 'phone_check', 'many'] as const),
] as const;

export function subjectNamed(translate: TranslateFunction, subject: string): string {
  const named = SUBJECTS.find((one) => one === subject);
  return named ? translate(`audit.subject.${named}`) : subject;
}

const FIELDS = 4;

/** One line: the fields that changed, or the routes, codes and numbers of an act. */
export function toldIn(translate: TranslateFunction, { kind, action, before, after }: AuditEntry): string {
  if (kind === 'change' || kind === 'unmask') {
    const fields = Object.keys((action === 'delete' ? before : after) ?? {});
    const more = fields.length > FIELDS ? ` … ${fields.length}` : '';
    return `${translate(`audit.change.${action as 'insert' | 'update' | 'delete'}`)} ${fields.slice(0, FIELDS).join(', ')}${more}`;
  }
  const { codes, routes, shown, address, ended_because: because } = (after ?? {}) as Record<string, unknown>;
  const counted = Object.entries((codes ?? routes ?? {}) as Record<string, number>).map(([what, times]) =>
    times === 1 ? what : `${what} × ${times}`,
  );
  return [
    ...counted,
    ...(typeof because === 'string' ? [because] : []),
    ...(typeof shown === 'number' ? [translate('audit.shown', { count: shown })] : []),
    ...(typeof address === 'string' ? [address] : []),
  ].join(' · ');
}
