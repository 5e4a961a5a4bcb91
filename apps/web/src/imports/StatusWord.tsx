import type { ImportStatus } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import type { Verdict } from '../parts/marks/verdict.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';

const glyph: Record<ImportStatus, Verdict> = {
  uploaded: 'not-due',
  'needs-mapping': 'warning',
  checking: 'not-due',
  checked: 'warning',
  committing: 'not-due',
  committed: 'met',
  reverting: 'not-due',
  failed: 'breach',
  reverted: 'waived',
  closed: 'waived',
};

/** The state of an import, with glyph and word. */
export function StatusWord({ status }: { status: ImportStatus }) {
  const translate = useTranslate();
  return (
    <span className={`verdictword ${glyph[status]}`}>
      <VerdictGlyph verdict={glyph[status]} />
      {translate(`imports.status.${status}`)}
    </span>
  );
}
