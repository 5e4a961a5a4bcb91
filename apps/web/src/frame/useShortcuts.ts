import { keys } from '../parts/keys/keys.js';
import { useKeys } from '../parts/keys/useKeys.js';

/** Ctrl/⌘ K (even while typing) and / open the search, ? lists the keys. */
export function useShortcuts({ palette, shortcuts }: { palette: () => void; shortcuts: () => void }): void {
  useKeys({ [keys.search]: palette, [keys.help]: shortcuts });
  useKeys({ [keys.palette]: palette }, { always: true });
}
