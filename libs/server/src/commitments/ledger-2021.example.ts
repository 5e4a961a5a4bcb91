import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActualSource } from '@crm/domain/commitments';
import { indicators, type Indicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import type { LedgerEntry } from './ledger-entry.js';
import { contractsForFigures, type FigureEntry } from './ledger-figures.js';

/**
 * The ledger of 2021 (fictional enterprises), four years of figures, and the expected results: test/fixtures/ledger.
 */
const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(join(__dirname, '../../../../test/fixtures/ledger', name), 'utf8')) as T;

export interface ExpectedGroup {
  contracts: number;
  area_mu: string;
  investment_wan: string;
  area_weighted_per_mu: Record<'inv' | 'out' | 'tax', string>;
  percent_of_standard: Record<'inv' | 'out' | 'tax', string>;
}
interface Row {
  park: string;
  industry: string;
  area: string;
  inv: string;
  out: string;
  tax: string;
  company: string;
  project: string;
  uscc: string;
  signed: string;
  channel: string;
  officer: string;
  first_contact: string;
  start: string;
  complete: string;
  production: string;
  full_year: string;
  energy: string;
  rd: string;
}
export interface Expected {
  all: ExpectedGroup;
  by_park: Record<string, ExpectedGroup>;
  by_industry: Record<string, ExpectedGroup>;
  verdicts_as_of: string;
  verdicts: {
    uscc: string;
    indicator: Indicator;
    year: number;
    required: string;
    actual: string | null;
    attainmentPercent: string | null;
    verdict: string;
  }[];
  verdict_counts_last_year: Record<Indicator, Record<string, number>>;
  contracts: Row[];
}
export const short = { investment: 'inv', output: 'out', tax: 'tax' } as const;
export const expected = fixture<Expected>('expected.json');
const figures =
  fixture<(Record<Indicator, string> & { uscc: string; year: number; source: ActualSource })[]>('figures.json');

/** The contracts as a reader of the ledger returns them. */
export async function ledgerEntries(rows: Rows): Promise<LedgerEntry[]> {
  const idsOf = async (table: string) =>
    new Map(
      (await rows.rows<{ id: string; name: string }>(`SELECT id, name FROM ${table}`)).map((row) => [row.name, row.id]),
    );
  const [parks, industries] = [await idsOf('park'), await idsOf('industry')];
  return expected.contracts.map((row): LedgerEntry => ({
    creditCode: row.uscc.toUpperCase(),
    enterpriseName: row.company,
    projectName: row.project,
    kind: 'performance',
    parkId: parks.get(row.park) ?? '',
    industryId: industries.get(row.industry) ?? '',
    signedOn: row.signed,
    amountWan: null,
    amountEntered: null,
    landFree: false,
    parcels: [{ basis: 'granted', areaMu: row.area, entered: { value: row.area, unit: 'mu' } }],
    channel: row.channel,
    handlerName: row.officer,
    firstContactOn: row.first_contact,
    fullProductionYear: Number(row.full_year),
    energyTce: row.energy,
    rdPercent: row.rd,
    milestones: [
      { kind: 'construction-start', plannedOn: row.start, actualOn: null },
      { kind: 'completion', plannedOn: row.complete, actualOn: null },
      { kind: 'production-start', plannedOn: row.production, actualOn: null },
    ],
    promises: indicators.map((indicator) => ({ indicator, perMuWan: row[short[indicator]] })),
  }));
}

export async function figureEntries(rows: Rows): Promise<FigureEntry[]> {
  const contracts = await contractsForFigures(
    rows,
    figures.map(({ uscc }) => ({ creditCode: uscc.toUpperCase() })),
  );
  return figures.flatMap((row, i) =>
    indicators.map((indicator): FigureEntry => ({
      contractId: contracts[i]![0]!.contractId,
      indicator,
      year: row.year,
      valueWan: row[indicator],
      entered: { value: row[indicator], unit: 'wan' },
      source: row.source,
    })),
  );
}
