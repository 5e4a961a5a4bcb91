import { useEffect, useRef } from 'react';

/**
 * Keys of a list with one selected row. In the drawer they belong to the drawer; on the page not while a dialog is
 * open.
 */
export function useRowKeys(inDrawer: boolean, actions: Readonly<Record<string, () => unknown>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      const act = latest.current[event.key.toLowerCase()];
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      // Tabs use the arrow keys themselves, and letters belong to whoever is typing.
      if (
        target instanceof HTMLElement &&
        (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
          (target.getAttribute('role') === 'tab' && event.key.startsWith('Arrow')))
      )
        return;
      if (!inDrawer && document.querySelector('.MuiModal-root [role=dialog]')) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [inDrawer]);
}
