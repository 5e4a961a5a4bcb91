import type { IdleLandRow } from '@crm/api-contract/progress';
import type { Verdict } from '../parts/marks/verdict.js';

/** A clock uses the glyphs of the verdicts. */
export const landGlyphs: Readonly<Record<IdleLandRow['state'], Verdict>> = {
  running: 'not-due',
  warned: 'warning',
  fee: 'breach',
  'take-back': 'breach',
  stopped: 'met',
};

/** What follows from its state, and on which day. */
export function landSaid(
  row: IdleLandRow,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  const next = row.told.find(({ passed }) => !passed);
  const day =
    { 'take-back': row.takeBackFrom, fee: row.feeFrom, stopped: row.startedOn, running: next?.on, warned: next?.on }[
      row.state
    ] ?? '';
  return translate(`progress.land.said.${row.state}`, { day, months: next?.months ?? 24, back: row.takeBackFrom });
}
