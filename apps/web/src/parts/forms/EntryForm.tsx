import { Form, type FormProps } from 'ra-core';
import type { KeyboardEvent, ReactNode } from 'react';
import { keys, onKey } from '../keys/keys.js';
import { ErrorSentence } from '../layout/ErrorSentence.js';
import './forms.css';

export interface EntryFormProps<Values extends object> extends Pick<
  FormProps,
  'defaultValues' | 'record' | 'validate'
> {
  /** Saves the values of the fields; returns refusals by field. Inside <CreateBase> or <EditBase>, they save. */
  onSubmit?: (values: Values) => unknown;
  /** A refusal that belongs to no field: a sentence above the fields. */
  error?: unknown;
  /** Leaving with changes asks first, unless false. */
  guard?: boolean;
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
  guard = true,
  className,
  children,
  frame,
  foot,
  ...form
}: EntryFormProps<Values> & Frame) {
  return (
    <Form {...form} onSubmit={onSubmit as FormProps['onSubmit']} className={className} warnWhenUnsavedChanges={guard}>
      <div className="formkeys" onKeyDown={saveByKey}>
        {frame(
          <>
            {error !== null && <ErrorSentence error={error} />}
            {children}
          </>,
        )}
        {foot}
      </div>
    </Form>
  );
}
