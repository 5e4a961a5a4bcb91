import type { ConsequenceClause } from '@crm/api-contract/decisions';
import { clauseFacts, clauseNames } from '@crm/domain/decisions';
import { clauseBody, clauseForm, type ClauseForm } from '../reference/clauseForm.js';
import type { ClauseFate } from './fates.js';

/** A clause in force: it stays, is reworded, or ends. */
export interface ClauseLine extends ClauseForm {
  fate: ClauseFate;
}

export const linesOf = (clauses: readonly ConsequenceClause[]): Record<string, ClauseLine> =>
  Object.fromEntries(
    clauses.filter(({ ended }) => !ended).map((clause) => [clause.id, { ...clauseForm(clause), fate: 'keep' }]),
  );

/** The requested clause changes; of a changed clause only the differences. */
export function clausesBody(
  clauses: readonly ConsequenceClause[],
  lines: Readonly<Record<string, ClauseLine>>,
  added: readonly ClauseForm[],
): Record<string, unknown> {
  const was = linesOf(clauses);
  const change = Object.entries(lines).flatMap(([clauseId, line]) => {
    const before = was[clauseId];
    if (line.fate !== 'change' || !before) return [];
    const old = clauseBody(before);
    const differing = Object.entries(clauseBody(line)).filter(
      ([fact, value]) => JSON.stringify(value) !== JSON.stringify(old[fact as keyof typeof old]),
    );
    return differing.length > 0 ? [{ clauseId, ...Object.fromEntries(differing) }] : [];
  });
  const end = Object.entries(lines)
    .filter(([, { fate }]) => fate === 'end')
    .map(([id]) => id);
  // A clause without text is not sent.
  const add = added.filter(({ text }) => text).map((clause) => ({ kind: clause.kind, ...clauseBody(clause) }));
  return {
    ...(add.length > 0 ? { add } : {}),
    ...(change.length > 0 ? { change } : {}),
    ...(end.length > 0 ? { end } : {}),
  };
}

/** As facts of the contract, under a supplement's names; null: ended. */
export function clausesFlat(
  clauses: readonly ConsequenceClause[],
  lines: Readonly<Record<string, ClauseLine>>,
): Record<string, string | null> {
  const names = clauseNames(clauses);
  return Object.fromEntries(
    Object.entries(lines).flatMap(([id, line]) =>
      Object.entries(clauseFacts(clauseBody(line) as never)).map(([fact, value]) => [
        `consequence.${names.get(id)}.${fact}`,
        line.fate === 'end' ? null : (value ?? null),
      ]),
    ),
  );
}

/** Fact of the contract → path in the form. */
const FACTS = [
  ['cureDays', 'cureDays'],
  ['percent', 'percent'],
  ['threshold', 'from'],
  ['indicators', 'indicators'],
  ['text', 'text'],
] as const;

/** Your changes on the current clauses, for the facts in `mine`. */
export function clausesRebased(
  clauses: readonly ConsequenceClause[],
  yours: Readonly<Record<string, ClauseLine>>,
  mine: (field: string) => boolean,
): Record<string, ClauseLine> {
  const names = clauseNames(clauses);
  return Object.fromEntries(
    Object.entries(linesOf(clauses)).map(([id, line]) => {
      const own = yours[id];
      const kept = FACTS.filter(([fact]) => own && mine(`consequence.${names.get(id)}.${fact}`)).map(
        ([, field]) => field,
      );
      return [
        id,
        own && kept.length > 0
          ? { ...line, fate: own.fate, ...Object.fromEntries(kept.map((field) => [field, own[field]])) }
          : line,
      ];
    }),
  );
}
