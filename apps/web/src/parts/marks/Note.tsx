import type { ReactNode } from 'react';
import { Icon } from './Icon.js';

/** A remark on a page. */
export function Note({ kind, children }: { kind?: 'warning' | 'error' | 'accent'; children: ReactNode }) {
  return (
    <div className={kind ? `note note-${kind}` : 'note'} role={kind === 'error' ? 'alert' : 'note'}>
      <Icon name={kind === 'warning' || kind === 'error' ? 'alert' : 'info'} />
      <div>{children}</div>
    </div>
  );
}
