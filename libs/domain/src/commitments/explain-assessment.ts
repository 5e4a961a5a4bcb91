import type { Day } from '../days/index.js';
import { type Decimal, plain } from '../quantities/index.js';
import { indicatorRules } from '../standards/index.js';
import { type Because, type Formula, type Input, formula } from './because.js';
import type { Actual, Commitment } from './commitment.js';
import { type Measured, amountOf } from './figures.js';
import { type Period, figuresLateFrom } from './periods.js';
import type { KeptStandard, PromiseAgainstStandard } from './promise-against-standard.js';

/** The values an assessment was computed from. */
export interface Known {
  readonly required: Decimal;
  readonly attainmentPercent: Decimal | null;
  readonly shortfall: Decimal | null;
  readonly clawbackWan: Decimal | null;
  /** null: the indicator has no standard. */
  readonly against: PromiseAgainstStandard | null;
  readonly tolerance: string;
  readonly measured: Measured | null;
  readonly standard: KeptStandard | null;
  readonly supportPaidWan: string | null;
  readonly asOf: Day;
  readonly rule: string;
}

const calendar = { kind: 'calendar', ref: null } as const;

/**
 * Explains a verdict: the clause, the rules that decided, every input with source and unit, every formula with its
 * unrounded value.
 */
export function explain(commitment: Commitment, period: Period, known: Known): Because {
  const contract = { kind: 'contract', ref: commitment.clause ?? null } as const;
  const setting = { kind: 'setting', ref: null } as const;
  const inputs: Input[] = [
    ...promisedInputs(commitment),
    { name: 'requiredPercent', value: plain(period.requiredPercent), unit: 'percent', source: contract },
    { name: 'dueOn', value: period.dueOn, unit: 'day', source: contract },
    { name: 'asOf', value: known.asOf, unit: 'day', source: calendar },
    {
      name: 'tolerancePercent',
      value: plain(known.tolerance),
      unit: 'percent',
      source: commitment.tolerancePercent ? contract : setting,
    },
  ];
  if (known.against)
    inputs.push({
      name: 'standardPerMuWan',
      value: known.against.standardPerMuWan && plain(known.against.standardPerMuWan),
      unit: 'wan-per-mu',
      source: { kind: 'standard', ref: known.standard?.documentNo ?? null },
    });
  if (known.supportPaidWan !== null)
    inputs.push({
      name: 'supportPaidWan',
      value: plain(known.supportPaidWan),
      unit: 'wan',
      source: { kind: 'support', ref: null },
    });
  if (known.measured) inputs.push(...figureInputs(known.measured));
  else inputs.push({ name: 'lateFrom', value: figuresLateFrom(period.year), unit: 'day', source: calendar });
  return {
    clause: commitment.clause ?? null,
    rules: [`period.${period.rule}`, known.rule],
    inputs,
    formulas: formulasOf(commitment, period, known),
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
function figureInputs({ figures }: Measured): Input[] {
  const input = (name: Input['name'], figure: Actual): Input => ({
    name,
    value: plain(amountOf(figure)),
    unit: indicatorRules[figure.indicator].unit,
    source: { kind: figure.source, ref: figure.ref ?? null },
  });
  const [own, whole] = figures;
  return whole
    ? [input('rdSpendWan', own), input('outputWan', whole)]
    : [input('wan' in own ? 'actualWan' : 'actual', own)];
}

function formulasOf(commitment: Commitment, period: Period, known: Known): Formula[] {
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
      known.required,
    ),
    ...(known.against
      ? [
          formula(
            'percentOfStandard',
            ['promisedWan', '÷', '(', 'standardPerMuWan', '×', 'areaMu', ')'],
            known.against.percentOfStandard,
          ),
        ]
      : []),
    ...(known.measured?.figures.length === 2
      ? [formula(actual, ['rdSpendWan', '÷', 'outputWan'], known.measured.amount)]
      : []),
    formula('attainmentPercent', [kept, '÷', owed], known.attainmentPercent),
    formula(shortfall, [owed, '−', kept], known.shortfall),
    ...(known.supportPaidWan === null
      ? []
      : [formula('clawbackWan', ['supportPaidWan', '×', '(', '1', '−', 'attainmentPercent', ')'], known.clawbackWan)]),
  ];
}
