import { useSyncExternalStore } from 'react';

/**
 * The editors on the page whose typed text is not saved. One question serves every way of leaving them: menu, tab,
 * back, Esc, the close button of a drawer, signing out. The browser asks by itself before a reload.
 */
export interface Editor {
  /** The drawer or dialog around it; null on the page itself. */
  frame: Frame | null;
  /** The path of the page it stands on. */
  readonly path: string;
  /** The search words of the address that would remove it; undefined: any. */
  readonly words: readonly string[] | undefined;
  unsaved: boolean;
  /** What was typed stays on this machine as a draft. */
  readonly keepsDraft: boolean;
}

/** Identifies a drawer or dialog. */
export type Frame = object;

export interface Question {
  /** Everything typed stays as a draft, so leaving loses nothing. */
  readonly draftsKept: boolean;
  readonly leave: () => void;
  readonly stay: () => void;
}

interface Address {
  readonly pathname: string;
  readonly search: string;
}

const mounted = new Set<Editor>();
const listeners = new Set<() => void>();
let question: Question | null = null;

const told = (): void => listeners.forEach((listener) => listener());
const unsavedOnes = (asked: (editor: Editor) => boolean): Editor[] =>
  [...mounted].filter((editor) => editor.unsaved && asked(editor));

/** Whether the editor is gone at the next address. A path below its own keeps it. */
function removes(editor: Editor, now: Address, next: Address): boolean {
  if (next.pathname !== editor.path && !next.pathname.startsWith(`${editor.path}/`)) return true;
  if (next.pathname !== now.pathname || next.search === now.search) return false;
  if (!editor.words) return true;
  const [before, after] = [new URLSearchParams(now.search), new URLSearchParams(next.search)];
  return editor.words.some((word) => before.get(word) !== after.get(word));
}

function ask(
  editors: readonly Editor[],
  options: { leave: () => void; stay?: () => void; draftsKept?: boolean },
): void {
  const answered = (then: () => void) => () => {
    question = null;
    told();
    then();
  };
  question = {
    draftsKept: (options.draftsKept ?? true) && editors.every(({ keepsDraft }) => keepsDraft),
    leave: answered(() => {
      // Closing often changes the address, which must not ask again.
      for (const editor of editors) editor.unsaved = false;
      told();
      options.leave();
    }),
    stay: answered(options.stay ?? (() => undefined)),
  };
  told();
}

export const editors = {
  add(editor: Editor, frame: Frame | null): () => void {
    editor.frame = frame;
    mounted.add(editor);
    told();
    return () => {
      mounted.delete(editor);
      told();
    };
  },

  set(editor: Editor, unsaved: boolean): void {
    if (editor.unsaved === unsaved) return;
    editor.unsaved = unsaved;
    told();
  },

  anyUnsaved: (): boolean => unsavedOnes(() => true).length > 0,

  removedBy: (now: Address, next: Address): Editor[] => unsavedOnes((editor) => removes(editor, now, next)),

  ask,

  /** Asks first if something in the frame is unsaved. */
  close(frame: Frame, leave: () => void): void {
    const open = unsavedOnes((editor) => editor.frame === frame);
    if (open.length === 0) leave();
    else ask(open, { leave });
  },

  /** A switch within the editor (another month) that drops what was typed; no draft survives it. */
  drop(editor: Editor, then: () => void): void {
    if (editor.unsaved) ask([editor], { leave: then, draftsKept: false });
    else then();
  },

  /** Signing out removes the drafts too. */
  signOut(leave: () => void): void {
    const open = unsavedOnes(() => true);
    if (open.length === 0) leave();
    else ask(open, { leave, draftsKept: false });
  },

  /** The form of the open drawer is stored by another way than its own button: where two editors met. */
  saved(): void {
    for (const editor of mounted) if (editor.frame !== null) editor.unsaved = false;
    told();
  },

  /** The session is over, and nothing can be saved any more. */
  giveUp(): void {
    for (const editor of mounted) editor.unsaved = false;
    told();
  },
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useQuestion = (): Question | null => useSyncExternalStore(subscribe, () => question);
export const useAnyUnsaved = (): boolean => useSyncExternalStore(subscribe, editors.anyUnsaved);
