import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Note } from '../parts/marks/Note.js';
import { useChecklist, useClauseName } from '../contracts/index.js';

/** In the dialogs: required clauses that are not checked yet, with a link. */
export function MissingClauses({ contractId }: { contractId: string }) {
  const translate = useTranslate();
  const nameOf = useClauseName();
  const { data } = useChecklist(contractId);
  if (!data || data.missing === 0) return null;
  const names = data.data.filter(({ required, checked }) => required && !checked).map(nameOf);
  return (
    <Note kind="warning">
      {translate('contracts.checklist.missing', {
        smart_count: data.missing,
        names: names.join(translate('contracts.checklist.and')),
      })}{' '}
      <Link to="?tab=checklist">{translate('contracts.checklist.go')}</Link>
    </Note>
  );
}
