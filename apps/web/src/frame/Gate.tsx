import type { ReactNode } from 'react';
import { useAbility, type Needs } from '../providers/abilities.js';
import { Denied } from './Fallbacks.js';

/** Shows a page only to those who may see it. The server checks again; this only avoids a page full of refusals. */
export function Gate({ needs, children }: { needs?: Needs; children: ReactNode }) {
  const ability = useAbility();
  return needs && !ability.can(needs[0], needs[1]) ? <Denied /> : <>{children}</>;
}
