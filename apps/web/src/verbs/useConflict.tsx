import { useDataProvider, useNotify, useTranslate, type RaRecord } from 'ra-core';
import { useState, type ReactNode } from 'react';
import { editors } from '../parts/unsaved/editors.js';
import { ConflictError, problemOf, sentenceOf } from '../providers/problem.js';
import { differences, resolved, type Side } from './conflict.js';
import { ConflictDialog } from './ConflictDialog.js';

interface Clash {
  base: RaRecord;
  yours: Record<string, unknown>;
  theirs: RaRecord;
}

interface ConflictOptions {
  resource: string;
  /** The record is stored after all: close the form, refresh the page. */
  onSaved: (record: RaRecord) => void;
  show?: (field: string, value: unknown) => ReactNode;
}

/**
 * For the form of a record: `const { onError, dialog } = useConflict({ resource: 'leads', onSaved })`, then `<EditBase
 * mutationMode="pessimistic" mutationOptions={{ onError }}>…{dialog}`. The second person decides only about fields that
 * both changed; other changes of both are kept. Any other error is shown as a sentence.
 */
export function useConflict({ resource, onSaved, show }: ConflictOptions): {
  onError: (error: unknown) => void;
  dialog: ReactNode;
} {
  const translate = useTranslate();
  const notify = useNotify();
  const dataProvider = useDataProvider();
  const [clash, setClash] = useState<Clash | null>(null);

  const save = async ({ base, yours, theirs }: Clash, choice: Record<string, Side>) => {
    try {
      const { data } = await dataProvider.update(resource, {
        id: base.id,
        data: resolved(base, yours, theirs, choice),
        previousData: theirs,
      });
      setClash(null);
      editors.saved();
      onSaved(data as RaRecord);
    } catch (error) {
      onError(error);
    }
  };

  function onError(error: unknown): void {
    if (!(error instanceof ConflictError) || !error.base || !error.yours) {
      notify(sentenceOf(problemOf(error), translate), { type: 'error' });
      return;
    }
    const { base, yours } = error;
    const next: Clash = { base: base as RaRecord, yours, theirs: { ...base, ...error.current } as RaRecord };
    if (differences(next.base, next.yours, next.theirs).length === 0) void save(next, {});
    else setClash(next);
  }

  const dialog = clash && (
    <ConflictDialog
      open
      differences={differences(clash.base, clash.yours, clash.theirs)}
      nameOf={(field) => translate(`resources.${resource}.fields.${field}`, { _: field })}
      show={show}
      onSave={(choice) => void save(clash, choice)}
      onBack={() => setClash(null)}
    />
  );
  return { onError, dialog };
}
