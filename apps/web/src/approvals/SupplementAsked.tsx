import type { ApprovalInFull } from '@crm/api-contract/approvals';
import { useTranslate } from 'ra-core';
import { LinesTable, type Line } from '../supplements/index.js';

/** What a supplement would change, before and after, as at the time of the request. */
export function SupplementAsked({ asked: { payload, title } }: { asked: Pick<ApprovalInFull, 'payload' | 'title'> }) {
  const translate = useTranslate();
  const lines = Array.isArray(payload.lines) ? (payload.lines as unknown as Line[]) : [];
  if (lines.length === 0) return null;
  return (
    <section className="stack" aria-label={translate('supplements.preview')}>
      <div className="row base">
        <h3>{translate('supplements.preview')}</h3>
        <span className="caption">
          {[
            title.number,
            typeof payload.signedOn === 'string' ? translate('supplements.signedThe', { day: payload.signedOn }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <LinesTable lines={lines} label={translate('supplements.preview')} />
    </section>
  );
}
