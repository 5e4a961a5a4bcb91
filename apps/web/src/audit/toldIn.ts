import type { AuditEntry } from '@crm/api-contract/audit';
import type { TranslateFunction } from 'ra-core';

type Told = Readonly<Record<string, unknown>>;
/** A word that is missing, say of a column of an earlier release, is shown by its own name. */
const worded = (translate: TranslateFunction, key: string, name: string): string => translate(key, { _: name });

export const subjectNamed = (translate: TranslateFunction, subject: string): string =>
  worded(translate, `audit.subject.${subject}`, subject);

/** The column of a changed record, or a fact of an act. */
export function fieldNamed(translate: TranslateFunction, { kind, subject }: AuditEntry, field: string): string {
  if (isAct(kind)) return worded(translate, `audit.fact.${field}`, columnNamed(translate, subject, field));
  return columnNamed(translate, subject, field);
}

const columnNamed = (translate: TranslateFunction, subject: string, column: string): string =>
  worded(translate, `audit.columnOf.${subject}.${column}`, worded(translate, `audit.column.${column}`, column));

const isAct = (kind: AuditEntry['kind']): boolean => kind !== 'change' && kind !== 'unmask';

export const routeNamed = (translate: TranslateFunction, route: string): string =>
  worded(translate, `audit.route.${route}`, route);

/** A sentence whose facts are not known: each of them is three dots. */
const dotted = (sentence: string): string => sentence.replace(/%\{\w+\}/g, '…');

/** The sentence of a refusal without its facts, which the trail does not keep; or why a sign-in was refused. */
export const codeNamed = (translate: TranslateFunction, code: string): string =>
  dotted(worded(translate, `audit.why.${code}`, worded(translate, `errors.${code}`, code)));

export const endNamed = (translate: TranslateFunction, because: string): string =>
  worded(translate, `audit.ended.${because.replaceAll(' ', '-')}`, because);

/** Each with how often, if more than once. */
export const counted = (translate: TranslateFunction, as: 'routes' | 'codes', counts: unknown): string[] =>
  Object.entries((counts ?? {}) as Record<string, number>).map(([name, times]) => {
    const what = as === 'routes' ? routeNamed(translate, name) : codeNamed(translate, name);
    return times === 1 ? what : translate('audit.times', { what, times });
  });

const FIELDS = 4;

/** One line: the fields that changed, or what was done, and why it was refused. */
export function toldIn(translate: TranslateFunction, entry: AuditEntry): string {
  const { kind, action, before, after } = entry;
  if (!isAct(kind)) {
    const fields = Object.keys((action === 'delete' ? before : after) ?? {});
    const named = fields.slice(0, FIELDS).map((field) => fieldNamed(translate, entry, field));
    const more = fields.length > FIELDS ? ` ${translate('audit.moreFields', { count: fields.length })}` : '';
    const change = translate(`audit.change.${action as 'insert' | 'update' | 'delete'}`);
    // The columns of a row that was added or deleted are always the same.
    return action === 'update' ? `${change} ${named.join(translate('audit.join'))}${more}` : change;
  }
  const { codes, routes, route, shown, address, ended_because: because } = (after ?? {}) as Told;
  return [
    ...counted(translate, 'routes', routes),
    ...(typeof route === 'string' ? [routeNamed(translate, route)] : []),
    ...counted(translate, 'codes', codes),
    ...(typeof because === 'string' ? [endNamed(translate, because)] : []),
    ...(typeof shown === 'number' ? [translate('audit.shown', { count: shown })] : []),
    ...(typeof address === 'string' ? [address] : []),
  ].join(' · ');
}
