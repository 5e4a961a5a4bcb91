import type { Supplement } from '@crm/api-contract/supplements';
import { useTranslate } from 'ra-core';
import { ConflictDialog } from '../verbs/ConflictDialog.js';
import type { Side } from '../verbs/conflict.js';
import { NONE } from '../parts/text/numbers.js';
import { Note } from '../parts/marks/Note.js';
import { factName, showFact } from './factWords.js';
import { clashOf } from './supplementClash.js';
import type { Amended, SupplementForm } from './supplementBody.js';

interface Props {
  opened: Amended;
  form: SupplementForm;
  /** Changes of others since the contract was opened, newest first. */
  theirs: readonly Supplement[];
  onSave: (choice: Record<string, Side>) => void;
  onBack: () => void;
}

/**
 * 412: another person amended the contract first. Each field shows yours and theirs; while theirs waits for approval,
 * nothing can be saved.
 */
export function SupplementConflict({ opened, form, theirs, onSave, onBack }: Props) {
  const translate = useTranslate();
  const { asked, settled } = clashOf(opened, form, theirs);
  const waits = theirs.find(({ state }) => state === 'pending');
  const said = (field: string, value: unknown) =>
    value === null && field.startsWith('parcel.')
      ? translate('supplements.fate.end')
      : value === null
        ? NONE
        : field.startsWith('added')
          ? String(value)
          : showFact(translate, field === 'increase' ? 'increaseWan' : field, String(value));
  return (
    <ConflictDialog
      open
      differences={asked}
      settled={settled}
      nameOf={(field) => factName(translate, field)}
      show={said}
      changedBy={theirs.map(({ number, askedBy }) => [askedBy, number].filter(Boolean).join(' ')).join('; ')}
      note={
        waits && (
          <Note kind="warning">
            {translate('supplements.waits', { number: waits.number, who: waits.askedBy ?? NONE })}
          </Note>
        )
      }
      onBack={onBack}
      {...(waits ? {} : { onSave })}
    />
  );
}
