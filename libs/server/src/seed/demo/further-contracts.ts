import { addDays } from '@crm/domain/days';
import type { ContractKind } from '@crm/domain/contracts';
import { totalWan } from '@crm/domain/quantities';
import { chance, type Chance } from './chance.js';
import type { DemoFirm } from './firms.js';

/**
 * A demo contract besides the ledger of 2021. None is a substantive contract of that year, so the published figures of
 * 2021 stay the same.
 */
export interface FurtherContract {
  readonly firm: DemoFirm;
  readonly project: string;
  readonly kind: ContractKind;
  readonly signedOn: string;
  readonly areaMu: string;
  readonly amountWan: string;
  /** 万元/亩; undefined for a framework agreement. */
  readonly perMu: { readonly investment: string; readonly output: string; readonly tax: string } | undefined;
  readonly fullProductionYear: number;
  readonly handler: string;
  readonly channel: string;
  readonly start: string;
  readonly completion: string;
  readonly production: string;
  /** How well the commitments are kept per year: the share of the required amount; missing: not reported. */
  readonly keeping: Readonly<Record<number, number>>;
}

const YEARS = [2020, 2020, 2022, 2022, 2022, 2023, 2023, 2023, 2024, 2024, 2025] as const;
const CHANNELS = ['产业招商', '平台招商', '并购招商', '以商招商', '委托招商'];
const HANDLERS = ['招商专员A', '招商专员B', '招商专员C', '招商专员D'];
const LAST_YEAR = 2025;

export function furtherContracts(
  firms: readonly DemoFirm[],
  performance: number,
  frameworks: number,
): FurtherContract[] {
  const dice = chance(66_3);
  return firms
    .slice(0, performance + frameworks)
    .map((firm, index) => (index < performance ? performanceContract(dice, firm) : frameworkAgreement(dice, firm)));
}

function performanceContract(dice: Chance, firm: DemoFirm): FurtherContract {
  const year = dice.pick(YEARS);
  const signedOn = dayIn(dice, year);
  const areaMu = dice.amount(9, 96, 2);
  const investment = dice.amount(210, 820, 1);
  return {
    firm,
    project: `${shortOf(firm)}${dice.pick(['产业化项目', '一期项目', '生产基地项目', '研发生产基地项目'])}`,
    kind: 'performance',
    signedOn,
    areaMu,
    amountWan: totalWan(investment, areaMu).toFixed(0),
    perMu: { investment, output: dice.amount(380, 1_500, 1), tax: dice.amount(22, 120, 1) },
    fullProductionYear: year + dice.whole(2, 4),
    ...plans(dice, signedOn),
    keeping: keepingFrom(dice, year + 2),
    handler: dice.pick(HANDLERS),
    channel: dice.pick(CHANNELS),
  };
}

function frameworkAgreement(dice: Chance, firm: DemoFirm): FurtherContract {
  const signedOn = dayIn(dice, 2021);
  return {
    firm,
    project: `${shortOf(firm)}合作框架项目`,
    kind: 'framework',
    signedOn,
    areaMu: dice.amount(30, 120, 2),
    amountWan: String(dice.whole(2, 20) * 10_000),
    perMu: undefined,
    fullProductionYear: 2026,
    ...plans(dice, signedOn),
    keeping: {},
    handler: dice.pick(HANDLERS),
    channel: dice.pick(CHANNELS),
  };
}

const shortOf = (firm: DemoFirm): string => firm.name.replace(/^海南|有限公司$/g, '');
const dayIn = (dice: Chance, year: number): string =>
  `${year}-${String(dice.whole(1, 12)).padStart(2, '0')}-${String(dice.whole(1, 28)).padStart(2, '0')}`;

function plans(dice: Chance, signedOn: string) {
  const start = addDays(signedOn, dice.whole(90, 200));
  const completion = addDays(start, dice.whole(360, 560));
  return { start, completion, production: addDays(completion, dice.whole(60, 200)) };
}

/** Most enterprises roughly keep their commitments; some fall short, a few stop reporting. */
function keepingFrom(dice: Chance, first: number): Record<number, number> {
  const silent = dice.odds(0.08);
  const base = dice.odds(0.2) ? 0.35 + dice.whole(0, 40) / 100 : 0.82 + dice.whole(0, 45) / 100;
  const years: Record<number, number> = {};
  for (let year = first; year <= LAST_YEAR - (silent ? 1 : 0); year++)
    years[year] = Math.max(0.1, base + dice.whole(-12, 12) / 100 - (LAST_YEAR - year) * 0.08);
  return years;
}
