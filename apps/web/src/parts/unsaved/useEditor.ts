import { createContext, useContext, useEffect, useLayoutEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { editors, type Editor, type Frame } from './editors.js';

interface Around {
  readonly frame: Frame | null;
  /** Asks first if something is unsaved. */
  readonly close: () => void;
}

const FrameContext = createContext<Around>({ frame: null, close: () => undefined });

/** Around the content of a drawer or dialog. */
export const FrameProvider = FrameContext.Provider;

/** A drawer or dialog that asks before it closes over typed text. */
export function useFrame(onClose: () => void): Around {
  const [frame] = useState<Frame>(() => ({}));
  return { frame, close: () => editors.close(frame, onClose) };
}

/** Closes the drawer or dialog around, as its close button does. */
export const useClose = (): (() => void) => useContext(FrameContext).close;

interface EditorOptions {
  /** Something was typed and is not saved. */
  typed: boolean;
  /** The server is being asked; success closes or empties the editor. */
  saving?: boolean;
  keepsDraft?: boolean;
  words?: readonly string[];
}

/** An editor that the one question knows of. A form registers it where it stands (`useStanding`). */
export function useEditor({ typed, saving = false, keepsDraft = false, words }: EditorOptions): Editor {
  const { pathname } = useLocation();
  const [editor] = useState<Editor>(() => ({ frame: null, path: pathname, words, unsaved: false, keepsDraft }));
  const unsaved = typed && !saving;
  useLayoutEffect(() => editors.set(editor, unsaved), [editor, unsaved]);
  return editor;
}

/** For a field that stands in no form: a remark beside a check box. */
export const useUnsaved = (options: EditorOptions): void => useStanding(useEditor(options));

/** Registers the editor within the drawer or dialog around it. */
export function useStanding(editor: Editor): void {
  const { frame } = useContext(FrameContext);
  useEffect(() => editors.add(editor, frame), [editor, frame]);
}
