import type { Actual } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import type { Indicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { pastOf } from './actuals.store.js';

/** The data that a new figure of a contract is compared with. */
export interface HeldAgainst {
  /** 万元, the largest promise in force. */
  readonly promised: Readonly<Partial<Record<Indicator, string>>>;
  readonly actuals: readonly Actual[];
}

/** Promises and figures in force, by contract. */
export async function figuresKnown(
  rows: Rows,
  contractIds: readonly string[],
): Promise<ReadonlyMap<string, HeldAgainst>> {
  const ids = [...new Set(contractIds)];
  const promises = await rows.rows<{ contract_id: string; indicator: Indicator; wan: string }>(
    `SELECT m.contract_id, m.indicator, max(coalesce(t.total, t.per_mu_wan * c.area_mu))::text AS wan
     FROM commitment m
     JOIN contract c ON c.id = m.contract_id
     JOIN commitment_term t ON t.commitment_id = m.id AND t.known_to IS NULL
     WHERE m.contract_id = ANY($1) AND m.indicator IN ('investment', 'output', 'tax')
     GROUP BY m.contract_id, m.indicator
     HAVING max(coalesce(t.total, t.per_mu_wan * c.area_mu)) IS NOT NULL`,
    [ids],
  );
  const past = await pastOf(rows, ids);
  return new Map(
    ids.map((id) => [
      id,
      {
        promised: Object.fromEntries(
          promises.filter((one) => one.contract_id === id).map(({ indicator, wan }) => [indicator, plain(wan)]),
        ),
        actuals: past.get(id)?.figures ?? [],
      },
    ]),
  );
}
