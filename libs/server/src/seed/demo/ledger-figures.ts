import { totalWan } from '@crm/domain/quantities';
import type { Tx } from '@crm/platform/db';
import { contractsForFigures, type FigureEntry, type FurtherFigureEntry } from '../../commitments/index.js';
import { FIGURES } from './figures.js';
import type { FurtherContract } from './further-contracts.js';
import { furtherPromiseFigures, type Promised } from './further-promises.js';

const INDICATORS = ['investment', 'output', 'tax'] as const;
const figure = (
  contractId: string,
  indicator: FigureEntry['indicator'],
  year: number,
  valueWan: string,
  source: FigureEntry['source'],
): FigureEntry => ({ contractId, indicator, year, valueWan, entered: { value: valueWan, unit: 'wan' }, source });

export async function ledgerFigures(tx: Tx): Promise<FigureEntry[]> {
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

export async function furtherFigures(
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

/** The figure for a commitment kept to that share, in whole 万元. */
const shareOf = (perMuWan: string, areaMu: string, share: number): string =>
  totalWan(perMuWan, areaMu).times(share.toFixed(2)).toFixed(0);
