import type { ReactNode } from 'react';

/** A wide table on a narrow screen scrolls by itself, also by keyboard. */
export const ScrollX = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="scrollx" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
