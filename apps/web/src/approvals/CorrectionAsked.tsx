import type { ApprovalInFull } from '@crm/api-contract/approvals';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { FilesCard } from '../files/index.js';
import { useCan } from '../providers/abilities.js';
import { LinesTable, type Line } from '../supplements/index.js';

/** What a correction replaces, as at the time of the request, and the evidence: files, or the row of an import. */
export function CorrectionAsked({ asked: { payload, subjectId } }: { asked: ApprovalInFull }) {
  const translate = useTranslate();
  const mayReadImports = useCan('read', 'Import');
  const { importId, importRow } = payload;
  const lines = Array.isArray(payload.lines) ? (payload.lines as unknown as Line[]) : [];
  const row = translate('approvals.fromRow', { row: Number(importRow) });
  return (
    <section className="stack" aria-label={translate('approvals.kind.contract-correction')}>
      <LinesTable lines={lines} label={translate('approvals.kind.contract-correction')} />
      {typeof importId === 'string' && (mayReadImports ? <Link to={`/imports/${importId}`}>{row}</Link> : row)}
      <FilesCard subjectType="correction" subjectId={subjectId} />
    </section>
  );
}
