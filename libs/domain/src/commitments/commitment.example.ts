import type { Day } from '../days/index.js';
import type { FurtherIndicator, Indicator } from '../standards/index.js';
import type {
  ActualSource,
  CommitmentTerms,
  FullProduction,
  FurtherActual,
  FurtherCommitment,
  PerMuActual,
  PerMuCommitment,
  RampStep,
} from './commitment.js';

type Draft = { -readonly [K in keyof PerMuCommitment]: PerMuCommitment[K] };

/**
 * `aCommitment().promising('investment', 350).onMu(60).signedOn('2026-03-01').value`. Default: a tax commitment of 30
 * 万元/亩 on 50 亩, full production in 2024.
 */
export function aCommitment(id = 'commitment-1') {
  const draft: Draft = {
    id,
    contractId: 'contract-1',
    indicator: 'tax',
    promised: { side: 'per-mu', perMuWan: '30' },
    areaMu: '50',
    signedOn: '2021-06-01',
    fullProduction: { year: 2024 },
  };
  const builder = {
    get value(): PerMuCommitment {
      return { ...draft };
    },
    of: (contractId: string) => ((draft.contractId = contractId), builder),
    promising(indicator: Indicator, perMuWan: number | string) {
      draft.indicator = indicator;
      draft.promised = { side: 'per-mu', perMuWan: String(perMuWan) };
      return builder;
    },
    promisingInAll(indicator: Indicator, totalWan: number | string) {
      draft.indicator = indicator;
      draft.promised = { side: 'total', totalWan: String(totalWan) };
      return builder;
    },
    onMu: (areaMu: number | string) => ((draft.areaMu = String(areaMu)), builder),
    withoutLand: () => ((draft.areaMu = null), builder),
    signedOn: (day: Day) => ((draft.signedOn = day), builder),
    inFullProduction: (fullProduction: FullProduction | null) => ((draft.fullProduction = fullProduction), builder),
    dueOn: (day: Day) => ((draft.dueOn = day), builder),
    climbing: (...ramp: RampStep[]) => ((draft.ramp = ramp), builder),
    until: (lastYear: number) => ((draft.lastYear = lastYear), builder),
    tolerating: (tolerancePercent: string) => ((draft.tolerancePercent = tolerancePercent), builder),
    underClause: (clause: string) => ((draft.clause = clause), builder),
  };
  return builder;
}

export const anActual = (
  indicator: Indicator,
  year: number,
  wan: number | string,
  source: ActualSource = 'statistics',
): PerMuActual => ({ indicator, year, wan: String(wan), source });

/** `aFurtherCommitment('energy', 1000, { tolerancePercent: '90' })`. Default: full production in 2024. */
export const aFurtherCommitment = (
  indicator: FurtherIndicator,
  quantity: number | string,
  terms: Partial<CommitmentTerms> = {},
): FurtherCommitment => ({
  id: `commitment-${indicator}`,
  contractId: 'contract-1',
  areaMu: '50',
  signedOn: '2021-06-01',
  fullProduction: { year: 2024 },
  ...terms,
  indicator,
  promised: { side: 'quantity', quantity: String(quantity) },
});

export const aFurtherActual = (
  indicator: FurtherIndicator,
  year: number,
  quantity: number | string,
  source: ActualSource = 'statistics',
): FurtherActual => ({ indicator, year, quantity: String(quantity), source });
