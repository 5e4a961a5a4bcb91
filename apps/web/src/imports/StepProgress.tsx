import type { ImportSummary } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { showDecimal } from '../parts/text/numbers.js';

const worked = ['checking', 'committing', 'reverting'] as const;
type Worked = (typeof worked)[number];
const workedOn = (status: ImportSummary['status']): status is Worked => (worked as readonly string[]).includes(status);

const shareOf = ({ progress: { done, total } }: Pick<ImportSummary, 'progress'>): number =>
  total > 0 ? Math.min(100, (done / total) * 100) : 0;

/** The worker's progress in words: after the last row the audit rows still have to be sealed. */
export function useProgressWords(): (record: ImportSummary) => string {
  const translate = useTranslate();
  return ({ status, progress: { done, total } }) => {
    if (!workedOn(status)) return '';
    const whole = total > 0 && done >= total && status !== 'checking';
    return translate(`imports.progress.${whole ? 'sealing' : status}`, {
      done: showDecimal(done),
      total: showDecimal(total),
    });
  };
}

export function StepProgress({ record, label }: { record: Pick<ImportSummary, 'progress'>; label: string }) {
  const share = shareOf(record);
  return (
    <div
      className="progressbar"
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(share)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ width: `${share}%` }} />
    </div>
  );
}
