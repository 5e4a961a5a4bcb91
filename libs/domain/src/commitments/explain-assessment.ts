import type { Day } from '../days/index.js';
import { type Decimal, plain } from '../quantities/index.js';
import { type DerivationSource, indicatorRules } from '../standards/index.js';
import {
  type Because,
  type Formula,
  type Input,
  type Source,
  type Term,
  type VerdictRule,
  formula,
} from './because.js';
import type { Actual, Commitment } from './commitment.js';
import { type Measured, amountOf, rivalsOf } from './figures.js';
import { type Period, figuresLateFrom } from './periods.js';
import type { KeptStandard, PromiseAgainstStandard } from './promise-against-standard.js';

/** The values an assessment was computed from. */
export interface AssessmentValues {
  readonly required: Decimal;
  readonly attainmentPercent: Decimal | null;
  readonly shortfall: Decimal | null;
  readonly clawbackWan: Decimal | null;
  /** null: the indicator has no standard. */
  readonly against: PromiseAgainstStandard | null;
  readonly tolerance: string;
  readonly measured: Measured | null;
  readonly actuals: readonly Actual[];
  readonly standard: KeptStandard | null;
  readonly supportPaidWan: string | null;
  readonly asOf: Day;
  readonly rule: VerdictRule;
}

/** The terms of a derived indicator's two figures. A new source does not compile until it has its own term. */
const termOfSource = { 'rd-spend': 'rdSpendWan', output: 'outputWan' } as const satisfies Record<
  DerivationSource,
  Term
>;

const calendar = { kind: 'calendar', ref: null } as const;

/**
 * Explains a verdict: the clause, the rules that decided, every input with source and unit, every formula with its
 * unrounded value.
 */
export function explain(commitment: Commitment, period: Period, values: AssessmentValues): Because {
  const contract = { kind: 'contract', ref: commitment.clause ?? null } as const;
  const setting = { kind: 'setting', ref: null } as const;
  const inputs: Input[] = [
    ...promisedInputs(commitment),
    { name: 'requiredPercent', value: plain(period.requiredPercent), unit: 'percent', source: contract },
    { name: 'dueOn', value: period.dueOn, unit: 'day', source: contract },
    { name: 'asOf', value: values.asOf, unit: 'day', source: calendar },
    {
      name: 'tolerancePercent',
      value: plain(values.tolerance),
      unit: 'percent',
      source: commitment.tolerancePercent ? contract : setting,
    },
  ];
  if (values.against)
    inputs.push({
      name: 'standardPerMuWan',
      value: values.against.standardPerMuWan && plain(values.against.standardPerMuWan),
      unit: 'wan-per-mu',
      source: { kind: 'standard', ref: values.standard?.documentNo ?? null },
    });
  if (values.supportPaidWan !== null)
    inputs.push({
      name: 'supportPaidWan',
      value: plain(values.supportPaidWan),
      unit: 'wan',
      source: { kind: 'support', ref: null },
    });
  if (values.measured) inputs.push(...figureInputs(commitment, values.measured, values.actuals));
  else inputs.push({ name: 'lateFrom', value: figuresLateFrom(period.year), unit: 'day', source: calendar });
  return {
    clause: commitment.clause ?? null,
    rules: [`period.${period.rule}`, `verdict.${values.rule}`],
    inputs,
    formulas: formulasOf(commitment, period, values),
  };
}

function promisedInputs({ promised, areaMu, clause, indicator }: Commitment): Input[] {
  const source = { kind: 'contract', ref: clause ?? null } as const;
  if (promised.side === 'quantity')
    return [{ name: 'promised', value: plain(promised.quantity), unit: indicatorRules[indicator].unit, source }];
  const side: Input =
    promised.side === 'per-mu'
      ? { name: 'promisedPerMuWan', value: plain(promised.perMuWan), unit: 'wan-per-mu', source }
      : { name: 'promisedWan', value: plain(promised.totalWan), unit: 'wan', source };
  return [side, { name: 'areaMu', value: areaMu === null ? null : plain(areaMu), unit: 'mu', source }];
}

/** The reported figure; for a derived indicator the two figures it is computed from, each under its own name. */
function figureInputs({ indicator }: Commitment, { figures }: Measured, actuals: readonly Actual[]): Input[] {
  const input = (name: Input['name'], figure: Actual): Input => ({
    name,
    value: plain(amountOf(figure)),
    unit: indicatorRules[figure.indicator].unit,
    source: sourceOf(figure, actuals),
  });
  const [own, whole] = figures;
  if (!whole) return [input('wan' in own ? 'actualWan' : 'actual', own)];
  const [part, base] = derivationTerms(indicator);
  return [input(part, own), input(base, whole)];
}

function sourceOf(figure: Actual, actuals: readonly Actual[]): Source {
  const rivals = rivalsOf(figure, actuals).length;
  return {
    kind: figure.source,
    ref: figure.ref ?? null,
    verified: figure.verified ?? false,
    ...(rivals > 0 ? { rivals } : {}),
    ...(figure.chosenBecause ? { chosenBecause: figure.chosenBecause } : {}),
  };
}

function derivationTerms(indicator: Commitment['indicator']): readonly [part: Term, whole: Term] {
  const [part, whole] = indicatorRules[indicator].derivedFrom!;
  return [termOfSource[part], termOfSource[whole]];
}

const derivationTokens = (indicator: Commitment['indicator']): string[] => {
  const [part, whole] = derivationTerms(indicator);
  return [part, '÷', whole];
};

function formulasOf(commitment: Commitment, period: Period, values: AssessmentValues): Formula[] {
  const { promised } = commitment;
  const further = promised.side === 'quantity';
  const [required, actual, shortfall] = further
    ? (['required', 'actual', 'shortfall'] as const)
    : (['requiredWan', 'actualWan', 'shortfallWan'] as const);
  const inAll =
    promised.side === 'per-mu' ? ['promisedPerMuWan', '×', 'areaMu'] : [further ? 'promised' : 'promisedWan'];
  const [kept, owed] =
    indicatorRules[commitment.indicator].bound === 'at-least' ? [actual, required] : [required, actual];
  return [
    formula(
      required,
      [...inAll, ...(period.requiredPercent === '100' ? [] : ['×', 'requiredPercent'])],
      values.required,
    ),
    ...(values.against
      ? [
          formula(
            'percentOfStandard',
            ['promisedWan', '÷', '(', 'standardPerMuWan', '×', 'areaMu', ')'],
            values.against.percentOfStandard,
          ),
        ]
      : []),
    ...(values.measured?.figures.length === 2
      ? [formula(actual, derivationTokens(commitment.indicator), values.measured.amount)]
      : []),
    formula('attainmentPercent', [kept, '÷', owed], values.attainmentPercent),
    formula(shortfall, [owed, '−', kept], values.shortfall),
    ...(values.supportPaidWan === null
      ? []
      : [formula('clawbackWan', ['supportPaidWan', '×', '(', '1', '−', 'attainmentPercent', ')'], values.clawbackWan)]),
  ];
}
