import { useEffect, useRef } from 'react';

/** Letters belong to whoever is typing, and to an open dialog or drawer. */
const isTaken = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) ||
  document.querySelector('.MuiModal-root [role=dialog]') !== null;

/**
 * A single letter or sign without Ctrl, Alt or ⌘, as shown at the right of the action: `useKey('n', create)`. No
 * action: no key.
 */
export function useKey(key: string, action: (() => void) | undefined): void {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== key ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.repeat ||
        !latest.current ||
        isTaken(event.target)
      )
        return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [key]);
}
