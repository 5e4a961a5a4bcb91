import { useEffect, useRef } from 'react';
import { useKey } from '../parts/keys/useKey.js';

/** Ctrl/⌘ K (even while typing) and / open the search, ? lists the keys. */
export function useShortcuts({ palette, shortcuts }: { palette: () => void; shortcuts: () => void }): void {
  useKey('/', palette);
  useKey('?', shortcuts);
  const latest = useRef(palette);
  useEffect(() => {
    latest.current = palette;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
