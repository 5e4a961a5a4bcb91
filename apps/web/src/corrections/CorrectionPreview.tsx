import type { Contract } from '@crm/api-contract/contracts';
import { corrections } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Note } from '../parts/marks/Note.js';
import { ask } from '../providers/ask.js';
import { PreviewShown } from '../supplements/index.js';
import { correctionBody, type CorrectionForm } from './correctionBody.js';

/** Waits until nobody has typed for this long. */
const PAUSE_MS = 500;

/** Old and right value, and the verdicts that follow, computed by the server; nothing is written. */
export function CorrectionPreview({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const asked = JSON.stringify(correctionBody(contract, useWatch() as CorrectionForm));
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const preview = useQuery({
    queryKey: ['correction-preview', contract.id, contract.version, settled],
    enabled: settled !== '{}',
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ask(corrections.preview, {
        params: { id: contract.id },
        body: JSON.parse(settled) as BodyAsked<typeof corrections.preview>,
        signal,
      }),
  });
  if (settled === '{}') return <Note>{translate('corrections.previewWhy')}</Note>;
  if (preview.error) return <ErrorSentence error={preview.error} />;
  return preview.data ? <PreviewShown preview={preview.data} title={translate('corrections.preview')} /> : null;
}
