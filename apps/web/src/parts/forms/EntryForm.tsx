import { Form, type FormProps } from 'ra-core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useFormContext, useFormState, useWatch, type FieldValues } from 'react-hook-form';
import { keys, onKey } from '../keys/keys.js';
import { ErrorSentence } from '../layout/ErrorSentence.js';
import { DraftOffer } from '../unsaved/DraftOffer.js';
import { useKeeping, type Draft } from '../unsaved/useDraft.js';
import { useEditor, useStanding } from '../unsaved/useEditor.js';
import { anyTrue, valuesToKeep } from './typed.js';
import './forms.css';

export interface EntryFormProps<Values extends object> extends Pick<
  FormProps,
  'defaultValues' | 'record' | 'validate'
> {
  /** Saves the values of the fields; returns refusals by field. Inside <CreateBase> or <EditBase>, they save. */
  onSubmit?: (values: Values) => unknown;
  /** A refusal that belongs to no field: a sentence above the fields. */
  error?: unknown;
  /** What is typed into a long form is kept in this browser until it is saved. */
  draft?: Draft;
  /** Fields that a draft never holds. */
  neverKept?: readonly string[];
  className?: string;
  children: ReactNode;
}

interface Frame {
  /** The frame around the fields: the body of a drawer or a dialog. */
  frame: (fields: ReactNode) => ReactNode;
  foot: ReactNode;
}

const saveByKey = onKey({
  [keys.save]: (event: KeyboardEvent<HTMLElement>) => event.currentTarget.closest('form')?.requestSubmit(),
});

/**
 * The one form of drawers, dialogs and pages: react-hook-form through react-admin. Server faults appear at their
 * fields, Ctrl Enter saves from any field, and leaving with changes asks first.
 */
export function EntryForm<Values extends object>({
  onSubmit,
  error = null,
  draft,
  neverKept,
  className,
  children,
  frame,
  foot,
  ...form
}: EntryFormProps<Values> & Frame) {
  return (
    <Form {...form} onSubmit={onSubmit as FormProps['onSubmit']} className={className}>
      <Unsaved keepsDraft={draft !== undefined} />
      <div className="formkeys" onKeyDown={saveByKey}>
        {frame(
          <>
            {draft && <KeptDraft draft={draft} neverKept={neverKept} />}
            {error !== null && <ErrorSentence error={error} />}
            {children}
          </>,
        )}
        {foot}
      </div>
    </Form>
  );
}

/** While it is being saved, nothing asks: success closes the form. */
function Unsaved({ keepsDraft }: { keepsDraft: boolean }) {
  const { dirtyFields, isSubmitting } = useFormState();
  useStanding(useEditor({ typed: anyTrue(dirtyFields), saving: isSubmitting, keepsDraft }));
  return null;
}

function KeptDraft({ draft, neverKept = [] }: { draft: Draft; neverKept: readonly string[] | undefined }) {
  const { reset, getValues } = useFormContext();
  const { dirtyFields } = useFormState();
  const values = useWatch() as FieldValues;
  const kept = valuesToKeep(values, dirtyFields, neverKept);
  useKeeping(draft, Object.keys(kept).length > 0, kept);
  return (
    <DraftOffer
      draft={draft}
      onRestore={(typed) => reset({ ...getValues(), ...(typed as FieldValues) }, { keepDefaultValues: true })}
    />
  );
}
