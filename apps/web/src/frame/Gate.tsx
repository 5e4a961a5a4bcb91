import type { ReactNode } from 'react';
import { useAbility, type Needs } from '../providers/abilities.js';
import { Denied } from './Fallbacks.js';

/** A page for those who may. The server asks again; here it only spares a page full of refusals. */
export function Gate({ needs, children }: { needs?: Needs; children: ReactNode }) {
  const ability = useAbility();
  return needs && !ability.can(needs[0], needs[1]) ? <Denied /> : <>{children}</>;
}
