import type { KeyboardEvent, ReactNode } from 'react';
import { keys, onKey } from '../keys/keys.js';
import { DraftOffer } from '../unsaved/DraftOffer.js';
import type { Editor } from '../unsaved/editors.js';
import { useKeeping, type Draft } from '../unsaved/useDraft.js';
import { useStanding } from '../unsaved/useEditor.js';

interface GridFormProps {
  /** From `useEditor`: whether something is typed. */
  editor: Editor;
  onSave: () => void;
  className?: string;
  /** What was typed is kept in this browser, as `held` says. */
  kept?: { draft: Draft; typed: boolean; held: unknown; onRestore: (held: unknown) => void };
  children: ReactNode;
}

const saveByKey = onKey({
  [keys.save]: (event: KeyboardEvent<HTMLFormElement>) => event.currentTarget.requestSubmit(),
});

/**
 * The form of rows that are edited as a whole and held by their page, not by react-hook-form. It shares with
 * `EntryForm` Ctrl Enter, the question before leaving, and drafts.
 */
export function GridForm({ editor, onSave, className = 'stack', kept, children }: GridFormProps) {
  useStanding(editor);
  useKeeping(kept?.draft, kept?.typed ?? false, kept?.held);
  return (
    <form
      className={className}
      onKeyDown={saveByKey}
      onSubmit={(event) => {
        event.preventDefault();
        // The form under a dialog must not receive this event.
        event.stopPropagation();
        onSave();
      }}
    >
      {kept && <DraftOffer draft={kept.draft} onRestore={kept.onRestore} />}
      {children}
    </form>
  );
}
