import type { ReactNode } from 'react';

/** A wide table on a narrow screen scrolls by itself, also by keyboard. */
export const ScrollX = ({
  label,
  className = '',
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) => (
  <div className={`scrollx ${className}`.trim()} role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
