import Button from '@mui/material/Button';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { Note } from '../parts/marks/Note.js';
import type { FieldProblem } from '../providers/problem.js';

/** Refusals that ask which of two firms is meant. */
export const QUESTIONS: readonly string[] = ['enterprise.code-of-another', 'enterprise.renamed'];

/**
 * Name and code are two firms, or the name is a former one of another firm. A person chooses: nothing is written onto a
 * firm that was not meant.
 */
export function WhichFirm({ asked, onAnswered }: { asked: FieldProblem; onAnswered: () => void }) {
  const translate = useTranslate();
  const { setValue, clearErrors } = useFormContext();
  const { name, typed } = (asked.params ?? {}) as { name?: string; typed?: string };
  const answer = (button: HTMLElement, field: 'enterpriseName' | 'creditCode', value: string) => {
    // The question goes away with its buttons; the keys of the form go on from its first field.
    button.closest('form')?.querySelector<HTMLElement>('input')?.focus();
    setValue(field, value, { shouldDirty: true });
    if (field === 'enterpriseName') setValue('overrideReason', '');
    clearErrors(['enterpriseName', 'creditCode']);
    onAnswered();
  };
  return (
    <Note kind="warning">
      {translate(`leads.which.${asked.code === 'enterprise.renamed' ? 'renamed' : 'code'}`, { name, typed })}
      <div className="row wrap">
        <Button size="small" onClick={({ currentTarget }) => answer(currentTarget, 'enterpriseName', name ?? '')}>
          {translate('leads.which.other', { name })}
        </Button>
        {asked.code === 'enterprise.code-of-another' && (
          <Button size="small" onClick={({ currentTarget }) => answer(currentTarget, 'creditCode', '')}>
            {translate('leads.which.typed', { typed })}
          </Button>
        )}
      </div>
      {asked.code === 'enterprise.renamed' && (
        <TextInput source="overrideReason" label="leads.which.reason" validate={required()} sx={{ mt: 2 }} />
      )}
    </Note>
  );
}
