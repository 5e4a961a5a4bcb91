import type { ReactNode } from 'react';
import { Icon } from './Icon.js';

/** A remark on a page: plain, w(arning), e(rror), a(ccent). */
export function Note({ kind, children }: { kind?: 'w' | 'e' | 'a'; children: ReactNode }) {
  return (
    <div className={kind ? `note ${kind}` : 'note'} role={kind === 'e' ? 'alert' : 'note'}>
      <Icon name={kind === 'w' || kind === 'e' ? 'alert' : 'info'} />
      <div>{children}</div>
    </div>
  );
}
