import { addDays } from '@crm/domain/days';
import { totalWan, wanFromYi, yiFromWan } from '@crm/domain/quantities';
import type { Tx } from '@crm/platform/db';
import {
  contractsForFigures,
  enterActuals,
  enterSignedContracts,
  type FigureEntry,
  type FurtherFigureEntry,
  type LedgerEntry,
} from '../../commitments/index.js';
import type { Actor } from '../../data-access/index.js';
import { seedEvaluation } from './evaluation.js';
import { FIGURES } from './figures.js';
import { demoFirms } from './firms.js';
import { furtherContracts, type FurtherContract } from './further-contracts.js';
import { seedLeads } from './leads.js';
import { asPromises, furtherPromiseFigures, furtherPromises, type Promised } from './further-promises.js';
import { LEDGER_2021 } from './ledger-2021.js';
import { course, landFirst } from './course.js';
import { seedProgress } from './progress.js';
import { seedFirms, seedProjects } from './projects.js';
import { seedSecretaries } from './secretaries.js';
import { spelling, type Ids } from './spelling.js';

const FIRMS = 106;
const PERFORMANCE = 38;
const FRAMEWORKS = 5;

/**
 * Marked demo data at the zone's real size: 106 enterprises, 139 projects, 56 secretaries, the ledger of 2021 with its
 * figures, contracts of other years, and leads.
 */
export async function seedDemo(tx: Tx, manager: Actor, today: string): Promise<void> {
  const [{ loaded } = { loaded: false }] = await tx.rows<{ loaded: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM enterprise WHERE demo) AS loaded',
  );
  if (loaded) return;
  const ids = await namesToIds(tx);
  const firms = demoFirms(FIRMS - LEDGER_2021.length, new Set(LEDGER_2021.map(([name]) => name)));
  const further = furtherContracts(firms, PERFORMANCE, FRAMEWORKS);
  const besides = furtherPromises(further);
  await enterSignedContracts(
    tx,
    manager,
    null,
    [
      ...LEDGER_2021.map((row) => ledgerEntry(row, ids)),
      ...further.map((contract) => furtherEntry(contract, besides.get(contract) ?? [], ids, today)),
    ],
    today,
  );
  await recordedWhenSigned(tx);
  await seedFirms(tx, firms, ids);
  await seedProjects(tx);
  await enterActuals(
    tx,
    manager,
    null,
    [...(await ledgerFigures(tx)), ...(await furtherFigures(tx, further, besides))],
    today,
  );
  await seedProgress(tx, manager, today);
  await seedSecretaries(tx);
  await seedLeads(tx);
  await seedEvaluation(tx, manager.userId, today);
}

/** The officer recorded each contract on the morning after its signing, before receipts and extensions. */
const recordedWhenSigned = (tx: Tx) =>
  tx.run(
    `UPDATE contract
     SET
       created_by = coalesce((SELECT u.id FROM app_user u WHERE u.username = 'officer'), created_by),
       created_at = least(created_at, (signed_on + 1 + time '10:00') AT TIME ZONE 'Asia/Shanghai'),
       version = version + 1
     WHERE demo AND signed_on IS NOT NULL AND import_id IS NULL`,
  );

async function namesToIds(tx: Tx): Promise<Ids> {
  const load = async (table: 'park' | 'industry') =>
    new Map(
      (await tx.rows<{ id: string; name: string }>(`SELECT id, name FROM ${table}`)).map((row) => [row.name, row.id]),
    );
  return { park: await load('park'), industry: await load('industry') };
}

const idOf = (map: ReadonlyMap<string, string>, name: string): string => {
  const id = map.get(name);
  if (!id) throw new Error(`${name} is no reference data`);
  return id;
};

function ledgerEntry(
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

function furtherEntry(contract: FurtherContract, besides: readonly Promised[], ids: Ids, today: string): LedgerEntry {
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

const INDICATORS = ['investment', 'output', 'tax'] as const;
const figure = (
  contractId: string,
  indicator: FigureEntry['indicator'],
  year: number,
  valueWan: string,
  source: FigureEntry['source'],
): FigureEntry => ({ contractId, indicator, year, valueWan, entered: { value: valueWan, unit: 'wan' }, source });

async function ledgerFigures(tx: Tx): Promise<FigureEntry[]> {
  const contracts = await contractsForFigures(
    tx,
    FIGURES.map(([creditCode]) => ({ creditCode })),
  );
  return FIGURES.flatMap(([, year, investment, output, tax, source], index) => {
    const contractId = contracts[index]?.[0]?.contractId;
    return contractId
      ? INDICATORS.map((indicator) =>
          figure(contractId, indicator, year, { investment, output, tax }[indicator], source),
        )
      : [];
  });
}

async function furtherFigures(
  tx: Tx,
  further: readonly FurtherContract[],
  besides: ReadonlyMap<FurtherContract, readonly Promised[]>,
): Promise<(FigureEntry | FurtherFigureEntry)[]> {
  const kept = further.filter(({ perMu: promised }) => promised);
  const contracts = await contractsForFigures(
    tx,
    kept.map(({ firm, project }) => ({ creditCode: firm.creditCode, projectName: project })),
  );
  return kept.flatMap((contract, index) => {
    const { perMu: promised, areaMu, keeping } = contract;
    const contractId = contracts[index]?.[0]?.contractId;
    if (!contractId || !promised) return [];
    const perMuFigures = Object.entries(keeping).flatMap(([year, share]) =>
      INDICATORS.map((indicator) =>
        figure(contractId, indicator, Number(year), shareOf(promised[indicator], areaMu, share), 'statistics'),
      ),
    );
    return [...perMuFigures, ...furtherPromiseFigures(contractId, contract, besides.get(contract) ?? [])];
  });
}

/** The ledger's own column 总投资: 亿元 with four decimals, equal to the promised total within its rounding. */
function amountInYi(perMuWan: string, areaMu: string) {
  const yi = yiFromWan(totalWan(perMuWan, areaMu)).toFixed(4);
  return { amountWan: wanFromYi(yi).toFixed(), amountEntered: { value: yi, unit: 'yi' as const } };
}

/** The figure for a commitment kept to that share, in whole 万元. */
const shareOf = (perMuWan: string, areaMu: string, share: number): string =>
  totalWan(perMuWan, areaMu).times(share.toFixed(2)).toFixed(0);
