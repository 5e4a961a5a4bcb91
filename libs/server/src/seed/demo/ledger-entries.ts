import { addDays } from '@crm/domain/days';
import { totalWan, wanFromYi, yiFromWan } from '@crm/domain/quantities';
import type { LedgerEntry } from '../../commitments/index.js';
import type { FurtherContract } from './further-contracts.js';
import { asPromises, type Promised } from './further-promises.js';
import type { LEDGER_2021 } from './ledger-2021.js';
import { course, landFirst } from './course.js';
import { spelling, type Ids } from './spelling.js';

const idOf = (map: ReadonlyMap<string, string>, name: string): string => {
  const id = map.get(name);
  if (!id) throw new Error(`${name} is no reference data`);
  return id;
};

export function ledgerEntry(
  [
    name,
    project,
    code,
    industry,
    park,
    channel,
    signedOn,
    areaMu,
    investment,
    output,
    tax,
    firstContactOn,
    start,
    completion,
    production,
    year,
    energyTce,
    rdPercent,
    handler,
  ]: (typeof LEDGER_2021)[number],
  ids: Ids,
): LedgerEntry {
  return {
    creditCode: code,
    enterpriseName: name,
    enterpriseSearch: spelling(name),
    projectName: project,
    kind: 'performance',
    parkId: idOf(ids.park, park),
    industryId: idOf(ids.industry, industry),
    signedOn,
    ...amountInYi(investment, areaMu),
    landFree: false,
    parcels: [{ basis: 'granted', areaMu, entered: { value: areaMu, unit: 'mu' } }],
    channel,
    handlerName: handler,
    firstContactOn,
    fullProductionYear: year,
    energyTce,
    rdPercent,
    milestones: [
      landFirst(signedOn, start),
      ...planned(start, completion, production).map((milestone, step) => ({
        ...milestone,
        actualOn: reached(milestone.plannedOn, code, step),
      })),
    ],
    demo: true,
    promises: perMu(investment, output, tax),
  };
}

export function furtherEntry(
  contract: FurtherContract,
  besides: readonly Promised[],
  ids: Ids,
  today: string,
): LedgerEntry {
  const { firm, perMu: promised, areaMu, amountWan } = contract;
  return {
    creditCode: firm.creditCode,
    enterpriseName: firm.name,
    enterpriseSearch: spelling(firm.name),
    projectName: contract.project,
    kind: contract.kind,
    parkId: idOf(ids.park, firm.park),
    industryId: idOf(ids.industry, firm.industry),
    signedOn: contract.signedOn,
    amountWan,
    amountEntered: { value: amountWan, unit: 'wan' },
    landFree: promised === undefined,
    parcels: promised ? [{ basis: 'granted', areaMu, entered: { value: areaMu, unit: 'mu' } }] : [],
    channel: contract.channel,
    handlerName: contract.handler,
    firstContactOn: addDays(contract.signedOn, -210),
    fullProductionYear: promised ? contract.fullProductionYear : null,
    energyTce: null,
    rdPercent: null,
    milestones: promised ? course(contract, today) : [],
    demo: true,
    promises: promised ? [...perMu(promised.investment, promised.output, promised.tax), ...asPromises(besides)] : [],
  };
}

const planned = (start: string, completion: string, production: string) => [
  { kind: 'construction-start' as const, plannedOn: start, actualOn: null as string | null },
  { kind: 'completion' as const, plannedOn: completion, actualOn: null as string | null },
  { kind: 'production-start' as const, plannedOn: production, actualOn: null as string | null },
];

/**
 * The ledger only has plans. In the demo the milestones were reached some days earlier or later, so that a contract's
 * page has something to show.
 */
function reached(plannedOn: string, code: string, step: number): string {
  const lateness = (code.charCodeAt(12) * 7 + step * 23) % 61;
  return addDays(plannedOn, lateness - 12);
}

const perMu = (investment: string, output: string, tax: string) => [
  { indicator: 'investment' as const, perMuWan: investment },
  { indicator: 'output' as const, perMuWan: output, measuredBy: 'output-value' as const },
  { indicator: 'tax' as const, perMuWan: tax },
];

/** The ledger's own column 总投资: 亿元 with four decimals, equal to the promised total within its rounding. */
function amountInYi(perMuWan: string, areaMu: string) {
  const yi = yiFromWan(totalWan(perMuWan, areaMu)).toFixed(4);
  return { amountWan: wanFromYi(yi).toFixed(), amountEntered: { value: yi, unit: 'yi' as const } };
}
