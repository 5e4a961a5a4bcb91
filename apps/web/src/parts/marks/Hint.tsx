import type { ReactNode } from 'react';
import type { Verdict } from './verdict.js';
import { VerdictGlyph } from './VerdictGlyph.js';

/** Under a field: glyph and sentence in the colour of a verdict. */
export function Hint({ verdict, children }: { verdict: Verdict; children: ReactNode }) {
  return (
    <span className={`hint ${verdict}`}>
      <VerdictGlyph verdict={verdict} size={11} />
      {children}
    </span>
  );
}
