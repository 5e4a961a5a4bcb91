/** All keys of the product; no other code decides what a key means. */
export const keys = {
  save: 'Ctrl Enter',
  palette: 'Ctrl k',
  search: '/',
  create: 'n',
  help: '?',
  enter: 'Enter',
  /** Within a grid, of what was pasted. */
  undo: 'Ctrl z',
} as const;

/** As the browser or React reports it. */
interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
  readonly nativeEvent?: { readonly isComposing: boolean; readonly keyCode: number };
}

/** The key that browsers report while an input method handles it. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * The key as `keys` writes it: 'n', 'ArrowDown', 'Ctrl Enter' (⌘ counts as Ctrl). Empty while an input method composes
 * a word (its Enter chooses the word and saves nothing) and with Alt, which types characters.
 */
export function pressed(event: KeyPress): string {
  const { isComposing, keyCode } = event.nativeEvent ?? event;
  if (isComposing || keyCode === TAKEN_BY_INPUT_METHOD || event.altKey) return '';
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl ${key}` : key;
}

/** Letters belong to the person who is typing. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A dialog or drawer is open: the page's keys wait. */
export const isDialogOpen = (): boolean => document.querySelector('.MuiModal-root [role=dialog]') !== null;

/** For a field or form: `onKeyDown={onKey({ [keys.save]: save })}`. */
export const onKey =
  <Event extends KeyPress & { preventDefault: () => void }>(
    actions: Readonly<Record<string, ((event: Event) => void) | undefined>>,
  ) =>
  (event: Event): void => {
    const act = actions[pressed(event)];
    if (!act) return;
    event.preventDefault();
    act(event);
  };
