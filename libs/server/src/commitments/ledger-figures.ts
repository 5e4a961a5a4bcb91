import { wasSigned } from '@crm/domain/contracts';
import { matchingProjectName } from '@crm/domain/enterprises';
import type { ActualSource } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import type { FurtherIndicator, Indicator } from '@crm/domain/standards';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import { actualTable } from './commitment.entity.js';
import { assessContracts } from '../assessments/index.js';

/** A row of figures names a firm, and a project where the firm has several contracts. */
export interface FigureKey {
  readonly creditCode: string;
  readonly projectName?: string | null;
}

/**
 * The signed contracts a row of figures may belong to: exactly one, or the row must be asked about. In the order of the
 * keys.
 */
export async function contractsForFigures(
  rows: Rows,
  keys: readonly FigureKey[],
): Promise<{ contractId: string; number: string; projectName: string }[][]> {
  const found = await rows.rows<{
    n: number;
    contract_id: string;
    number: string;
    project_name: string;
    status: Parameters<typeof wasSigned>[0];
  }>(
    `SELECT k.n::int AS n, c.id AS contract_id, c.number, j.name AS project_name, c.status
     FROM unnest($1::text[], $2::text[])
     WITH ORDINALITY AS k(code, match_name, n)
     JOIN enterprise e ON e.credit_code = k.code
     JOIN contract c ON c.enterprise_id = e.id AND c.kind IN ('substantive', 'performance')
     JOIN investment_project j ON j.id = c.project_id
     WHERE k.match_name IS NULL OR j.match_name = k.match_name
     ORDER BY k.n, c.number`,
    [
      keys.map(({ creditCode }) => creditCode),
      keys.map(({ projectName }) => (projectName ? matchingProjectName(projectName) : null)),
    ],
  );
  const answer: { contractId: string; number: string; projectName: string }[][] = keys.map(() => []);
  for (const row of found)
    if (wasSigned(row.status))
      answer[row.n - 1]!.push({ contractId: row.contract_id, number: row.number, projectName: row.project_name });
  return answer;
}

export interface FigureEntry {
  readonly contractId: string;
  readonly indicator: Indicator;
  readonly year: number;
  readonly valueWan: string;
  readonly entered: { readonly value: string; readonly unit: string };
  readonly source: ActualSource;
  readonly note?: string;
}

/** Of another indicator: a plain quantity in its unit. */
export type FurtherFigureEntry = Omit<FigureEntry, 'indicator' | 'valueWan'> & {
  readonly indicator: FurtherIndicator;
  readonly quantity: string;
};

export interface FoundFigure {
  readonly id: string;
  readonly valueWan: string;
  readonly verified: boolean;
}

/**
 * What is known already of the same contract, indicator, year and source; in the order asked. A differing value is
 * shown, and changes nothing.
 */
export async function findActuals(
  rows: Rows,
  keys: readonly Pick<FigureEntry, 'contractId' | 'indicator' | 'year' | 'source'>[],
): Promise<(FoundFigure | undefined)[]> {
  const found = await rows.rows<{ n: number; id: string; value: string; verified: boolean }>(
    `SELECT k.n::int AS n, a.id, a.value, a.verified_at IS NOT NULL AS verified
     FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[])
     WITH ORDINALITY AS k(contract_id, indicator, year, source, n)
     JOIN actual a
       ON a.contract_id = k.contract_id
         AND a.indicator = k.indicator
         AND a.year = k.year
         AND a.source = k.source
         AND a.known_to IS NULL`,
    [
      keys.map((key) => key.contractId),
      keys.map((key) => key.indicator),
      keys.map((key) => key.year),
      keys.map((key) => key.source),
    ],
  );
  const answer: (FoundFigure | undefined)[] = keys.map(() => undefined);
  for (const row of found) answer[row.n - 1] = { id: row.id, valueWan: plain(row.value), verified: row.verified };
  return answer;
}

/**
 * Enters figures; what is there already from the same source stays as it is. Answers how many were new. `told`: the
 * share of the contracts judged so far, of 1.
 */
export async function enterActuals(
  tx: Tx,
  actor: Actor,
  importId: string | null,
  entries: readonly (FigureEntry | FurtherFigureEntry)[],
  today: string,
  told: (share: number) => void = () => undefined,
): Promise<number> {
  const entered = await actualTable.insertMany(
    tx,
    entries.map((entry) => ({
      id: newId(),
      contractId: entry.contractId,
      indicator: entry.indicator,
      year: entry.year,
      value: 'quantity' in entry ? entry.quantity : entry.valueWan,
      entered: entry.entered,
      source: entry.source,
      note: entry.note ?? '',
      enteredBy: actor.userId,
      importId,
    })),
    '(contract_id, indicator, year, source) WHERE known_to IS NULL DO NOTHING',
  );
  const contracts = [...new Set(entries.map(({ contractId }) => contractId))];
  await assessContracts(tx, contracts, today, (judged) => told(judged / contracts.length));
  return entered;
}
