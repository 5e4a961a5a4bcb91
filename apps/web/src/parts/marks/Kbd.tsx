import type { ReactNode } from 'react';

/** A key cap at the right of the action it stands for. */
export const Kbd = ({ children }: { children: ReactNode }) => <kbd aria-hidden>{children}</kbd>;
