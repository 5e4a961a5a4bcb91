import type { MissedPromise as WireMissed } from '@crm/api-contract/decisions';
import { isTaken, settlementOf, type Consequence } from '@crm/domain/decisions';
import { decimal, perMuWan } from '@crm/domain/quantities';
import { isPerMu } from '@crm/domain/standards';
import { measureOf, quantitiesOf } from '../assessments/index.js';
import { exact, quotient, shaped } from '../data-access/index.js';
import type { Missed } from './missed-consequences.js';

export const consequenceView = ({
  clauseId,
  kind,
  applies,
  amountWan,
  cureUntil,
  because,
}: Consequence): Omit<WireMissed['consequences'][number], 'taken' | 'settled'> => ({
  clauseId,
  kind,
  applies,
  amountWan: quotient(amountWan),
  cureUntil,
  because: {
    clause: because.clause,
    rules: [...because.rules],
    inputs: because.inputs.map((input) => ({ ...input, source: { ...input.source } })),
    formula: because.formulas.map(({ gives, tokens, value }) => ({ name: gives, expression: tokens.join(' '), value })),
  },
});

const cut = (value: string | null): string | null => value && quotient(decimal(value));

export function missedView({ row, consequences, standing, earlier, taken, settledBy }: Missed): WireMissed {
  const { requiredExact, shortfallExact, lowestAttainment: _lowest, ...shown } = row;
  const last = earlier.at(-1);
  return shaped<WireMissed>()({
    ...shown,
    ...measureOf(row.indicator),
    ...quantitiesOf(row.indicator, exact(requiredExact), cut(row.actual), cut(shortfallExact)),
    attainmentPercent: cut(row.attainmentPercent),
    shortfallPerMuWan:
      shortfallExact === null || row.areaMu === null || !isPerMu(row.indicator)
        ? null
        : quotient(perMuWan(shortfallExact, row.areaMu)),
    consequences: consequences.map((one) => ({
      ...consequenceView(one),
      taken: isTaken(one, taken),
      settled: settlementOf(one, settledBy),
    })),
    standing,
    decision: last
      ? {
          id: last.id,
          kind: last.kind,
          state: last.state,
          until: last.until,
          amountWan: cut(last.amountWanExact),
          requestedBy: last.requestedBy,
          decidedBy: last.decidedBy,
          decidedAt: last.decidedAt,
        }
      : null,
  });
}
