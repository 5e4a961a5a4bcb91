import { unconfirmed, type FigureDoubt } from '@crm/domain/commitments';
import { Refusal } from '@crm/domain/refusal';
import type { PromisedIndicator } from '@crm/domain/standards';
import type { Tx } from '@crm/platform/db';
import { NOTHING_KNOWN, doubtsAbout, pastOf } from './actuals.store.js';

/** The doubts about a figure, and the refusal `actual.asked` if the person has not confirmed each. */
export async function askedAbout(
  tx: Tx,
  figure: { contractId: string; indicator: PromisedIndicator; year: number; value: string },
  confirmed: readonly FigureDoubt[] = [],
): Promise<{ confirmed: FigureDoubt[]; assertConfirmed: () => void }> {
  const past = await pastOf(tx, [figure.contractId]);
  const doubts = doubtsAbout(figure, past.get(figure.contractId) ?? NOTHING_KNOWN);
  const open = unconfirmed(doubts, confirmed);
  return {
    confirmed: doubts.map(({ code }) => code),
    assertConfirmed: () => {
      if (open.length === 0) return;
      const questions = open.map(({ code, facts }) => ({ code, facts: { ...facts } }));
      throw new Refusal('actual.asked', { year: figure.year, indicator: figure.indicator, questions });
    },
  };
}
