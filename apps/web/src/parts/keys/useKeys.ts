import { useEffect, useRef } from 'react';
import { isDialogOpen, isTyping, pressed } from './keys.js';

interface Options {
  /** Also while somebody types and over an open dialog: Ctrl K. */
  always?: boolean;
  /** The keys belong to the open dialog itself. */
  inDialog?: boolean;
}

/**
 * Keys of the page, as written in `keys`: `useKeys({ [keys.create]: create })`. No action: no key. Letters belong to
 * whoever is typing, and to an open dialog or drawer.
 */
export function useKeys(
  actions: Readonly<Record<string, (() => unknown) | undefined>>,
  { always = false, inDialog = false }: Options = {},
): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[pressed(event)];
      if (!act || event.repeat || event.defaultPrevented) return;
      if (!always && (isTyping(event.target) || (!inDialog && isDialogOpen()))) return;
      // Tabs use the arrow keys themselves.
      if (event.target instanceof HTMLElement && event.target.role === 'tab' && event.key.startsWith('Arrow')) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [always, inDialog]);
}
