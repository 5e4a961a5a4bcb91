import type { BodyAsked } from '@crm/api-contract/wire';
import { supplements } from '@crm/api-contract/routes';
import type { SupplementPreview } from '@crm/api-contract/supplements';
import type { PromisedIndicator } from '@crm/domain/standards';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Hint } from '../parts/marks/Hint.js';
import { Note } from '../parts/marks/Note.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import { ask } from '../providers/ask.js';
import { LinesTable } from './LinesTable.js';
import { supplementBody, type Amended, type SupplementForm } from './supplementBody.js';

/** Waits until nobody has typed for this long. */
const PAUSE_MS = 500;

/** Before and after, computed by the server; nothing is written. */
export function Preview({ contract }: { contract: Amended }) {
  const translate = useTranslate();
  const asked = JSON.stringify(supplementBody(contract, useWatch() as SupplementForm));
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const preview = useQuery({
    queryKey: ['supplement-preview', contract.id, contract.version, settled],
    enabled: settled !== '{}',
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ask(supplements.preview, {
        params: { id: contract.id },
        body: JSON.parse(settled) as BodyAsked<typeof supplements.preview>,
        signal,
      }),
  });
  if (settled === '{}') return <Note>{translate('supplements.previewWhy')}</Note>;
  if (preview.error) return <ErrorSentence error={preview.error} />;
  return preview.data ? <PreviewShown preview={preview.data} title={translate('supplements.preview')} /> : null;
}

/** The facts that change, and the verdicts that follow. */
export function PreviewShown({ preview, title }: { preview: Omit<SupplementPreview, 'number'>; title: string }) {
  const translate = useTranslate();
  const { lines, verdicts, belowStandard } = preview;
  return (
    <section aria-label={title} className="stack">
      <h3>{title}</h3>
      <LinesTable lines={lines} label={title} />
      {belowStandard.map((indicator) => (
        <Hint key={indicator} verdict="warning">
          {translate('supplements.below', {
            indicator: translate(`indicators.name.${indicator as PromisedIndicator}`),
          })}
        </Hint>
      ))}
      {verdicts
        .filter(({ before, after }) => before?.verdict !== after?.verdict)
        .map(({ indicator, year, before, after }) => (
          <div key={`${indicator}${year}`} className="row wrap">
            <span>
              {year} {translate(`indicators.short.${indicator as PromisedIndicator}`)}
            </span>
            {before && (
              <VerdictChip verdict={before.verdict}>{translate(`parts.verdict.${before.verdict}`)}</VerdictChip>
            )}
            <span aria-hidden>→</span>
            {after ? (
              <VerdictChip verdict={after.verdict}>{translate(`parts.verdict.${after.verdict}`)}</VerdictChip>
            ) : (
              <span className="quiet">{translate('supplements.noLonger')}</span>
            )}
          </div>
        ))}
    </section>
  );
}
