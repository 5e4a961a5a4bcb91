import type { Day } from '../days/index.js';
import { contractKindRules } from '../contracts/index.js';
import {
  firmKey,
  isForeignName,
  matchingProjectName,
  type FirmStanding,
  type UncodedFirm,
} from '../enterprises/index.js';
import { compareDays } from '../days/index.js';
import { plain, type TypedArea, type TypedMoney } from '../quantities/index.js';
import { indicators, type Indicator } from '../standards/index.js';
import { fault, valuesIn, type Assembled, type ColumnOf, type Value } from './assembled.js';
import type { LedgerContractKind, Listed } from './directory.js';
import type { Amending, PromisedAmount } from './read-amount.js';
import type { FullProductionEntry } from './read-cell.js';
import type { CellFault, ReadRow } from './read-row.js';

type Amended<Amount> = Amount & { readonly amending?: Amending };

/** One contract of a ledger. */
export interface ContractEntry {
  readonly row: number;
  readonly kind: LedgerContractKind;
  readonly projectName: string;
  readonly enterpriseName: string;
  /** null: a firm that is foreign or not yet founded, or the code is left for later. */
  readonly creditCode: string | null;
  readonly standing: FirmStanding;
  /** Of a foreign firm, if it was written. */
  readonly registrationNo: string | null;
  readonly contractNo: string | null;
  /** Only for a supplement: the number of its contract, or `#7` for row 7 of the same sheet. */
  readonly parentNo: string | null;
  readonly industryId: string;
  readonly parkId: string;
  readonly channel: string | null;
  readonly signedOn: Day;
  /** null: the contract has no land; for a supplement: the land stays as it is. */
  readonly area: Amended<TypedArea> | null;
  /** The total written in the ledger; independent of the promised amounts. */
  readonly investment: TypedMoney | null;
  readonly promises: readonly Amended<{ readonly indicator: Indicator } & PromisedAmount>[];
  readonly fullProduction: FullProductionEntry | null;
  readonly startOn: Day | null;
  readonly completionOn: Day | null;
  readonly productionOn: Day | null;
  readonly firstContactOn: Day | null;
  /** Tonnes of standard coal per year. */
  readonly energyTce: string | null;
  readonly rdPercent: string | null;
  /** 经办人, as text until a person maps it to a user. */
  readonly officer: string | null;
  readonly note: string | null;
}

const promiseField: Readonly<Record<Indicator, string>> = {
  investment: 'promisedInvestment',
  output: 'promisedOutput',
  tax: 'promisedTax',
};

/**
 * Builds a contract from the cells of a row. Faults: `milestone.order` (the milestones are not in order),
 * `commitment.area-missing` (promised per mu, but no land) and `decimal.format` ("+20" in a row that is no supplement).
 * A supplement may leave its land empty; then it stays.
 */
export function contractEntry(row: number, read: ReadRow, column: ColumnOf): Assembled<ContractEntry> {
  const value = valuesIn(read);
  const area = value<Amended<TypedArea> | 'no-land'>('area');
  const promises = indicators.flatMap((indicator) => {
    const promised = value<Amended<PromisedAmount>>(promiseField[indicator]);
    return promised ? [{ indicator, ...promised }] : [];
  });
  const kind = value<LedgerContractKind>('contractKind') ?? (promises.length > 0 ? 'performance' : 'substantive');
  const supplement = kind === 'supplement';
  const firm = firmIn(value, kind);
  const left = new Set([...(contractKindRules[kind].needsLand ? [] : ['area']), 'creditCode']);
  const faults = [
    ...read.faults.filter(({ field, code }) => !(code === 'field.required' && left.has(field ?? ''))),
    ...(firm || read.faults.some(({ field, code }) => field === 'creditCode' && code !== 'field.required')
      ? []
      : [fault(column, 'creditCode', 'uscc.missing', '', { choices: STANDINGS })]),
    ...orderFaults(value, column),
  ];
  if (!supplement) {
    const amended = [
      ...(area !== null && area !== 'no-land' ? [{ field: 'area', ...area }] : []),
      ...promises.map((one) => ({ field: promiseField[one.indicator], ...one })),
    ].filter(({ amending }) => amending);
    faults.push(
      ...amended.map(({ field, asTyped }) =>
        fault(column, field, 'decimal.format', asTyped, { integerDigits: 12, decimals: 6 }),
      ),
    );
  }
  if ((area === 'no-land' || (area === null && left.has('area'))) && !supplement)
    for (const one of promises)
      if (one.side === 'per-mu')
        faults.push(fault(column, promiseField[one.indicator], 'commitment.area-missing', one.asTyped));
  if (faults.length > 0 || !firm) return { faults };
  return {
    entry: {
      row,
      kind,
      projectName: value<string>('projectName')!,
      enterpriseName: value<string>('enterpriseName')!,
      ...firm,
      contractNo: value<string>('contractNo'),
      parentNo: value<string>('parentNo'),
      industryId: value<Listed>('industry')!.id,
      parkId: value<Listed>('park')!.id,
      channel: value<string>('channel'),
      signedOn: value<Day>('signedOn')!,
      area: area === 'no-land' ? null : area,
      investment: value<TypedMoney>('investment'),
      promises,
      fullProduction: value<FullProductionEntry>('fullProduction'),
      startOn: value<Day>('startOn'),
      completionOn: value<Day>('completionOn'),
      productionOn: value<Day>('productionOn'),
      firstContactOn: value<Day>('firstContactOn'),
      energyTce: value<string>('energyTce'),
      rdPercent: value<string>('rdPercent'),
      officer: value<string>('officer'),
      note: value<string>('note'),
    },
  };
}

/** Texts that a person may choose for an empty code. */
const STANDINGS = [
  { value: '待注册', says: 'to-be-founded' },
  { value: '境外', says: 'foreign' },
];

/**
 * The firm of a row by its code, or what stands in its place. Without a code: a name in another script is foreign, and
 * a framework may be signed before the code is known. undefined: a person must say what the firm is.
 */
function firmIn(
  value: Value,
  kind: LedgerContractKind,
): Pick<ContractEntry, 'creditCode' | 'standing' | 'registrationNo'> | undefined {
  const typed = value<string | UncodedFirm>('creditCode');
  if (typeof typed === 'string') return { creditCode: typed, standing: 'registered', registrationNo: null };
  if (typed !== null) return { creditCode: null, ...typed };
  const without = { creditCode: null, registrationNo: null };
  if (isForeignName(value<string>('enterpriseName') ?? '')) return { ...without, standing: 'foreign' };
  const { countsAsSigned, needsParent } = contractKindRules[kind];
  return countsAsSigned || needsParent ? undefined : { ...without, standing: 'registered' };
}

function orderFaults(value: Value, column: ColumnOf): CellFault[] {
  const faults: CellFault[] = [];
  const steps = ['startOn', 'completionOn', 'productionOn'].flatMap((field) =>
    value<Day>(field) ? [{ field, day: value<Day>(field)! }] : [],
  );
  steps.forEach((step, at) => {
    const before = steps[at - 1];
    if (before && compareDays(step.day, before.day) < 0)
      faults.push(fault(column, step.field, 'milestone.order', step.day, { day: before.day }));
  });
  return faults;
}

interface KeyedContract {
  readonly creditCode: string | null;
  readonly enterpriseName: string;
  readonly projectName: string;
  readonly kind: string;
  readonly contractNo?: string | null;
  readonly signedOn?: Day;
  readonly investment?: Pick<TypedMoney, 'wan'> | null;
  readonly area?: Pick<TypedArea, 'areaMu'> | 'no-land' | null;
}

/**
 * Rows with the same key are the same contract: credit code (or the name of a firm without one), normalised project
 * name and kind (docs/domain.md, 合同与线索). Several supplements of a project differ by number; without a number by signing
 * day, increment and land. undefined: neither number nor signing day.
 */
export function contractKey(entry: KeyedContract): string | undefined {
  const { contractNo, signedOn, investment, area } = entry;
  const contract = [firmKey(entry), matchingProjectName(entry.projectName), entry.kind];
  if (entry.kind !== 'supplement') return contract.join('|');
  if (contractNo) return [...contract, contractNo].join('|');
  return (
    signedOn &&
    [
      ...contract,
      signedOn,
      investment ? plain(investment.wan) : '',
      area && area !== 'no-land' ? plain(area.areaMu) : '',
    ].join('|')
  );
}
