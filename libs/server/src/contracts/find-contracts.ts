import { matchingProjectName } from '@crm/domain/enterprises';
import { FIRM_OF_ROW, firmMatch } from '../enterprises/index.js';
import type { Rows } from '@crm/platform/db';
import { contractTable } from './contract.entity.js';
import type { ContractKey } from './ledger-contract.js';

/** A number the product gave (HT-2023-0001); an office knows its contract by another one, or by none. */
const ownNumber = /^HT-\d{4}-\d+$/u;
const sameNumber = (stored: string, contractNo: string | null | undefined): boolean =>
  !contractNo || stored === contractNo || ownNumber.test(stored);

/** A contract that is there already, with what a row is compared by. */
export interface FoundContract extends ContractKey {
  readonly contractId: string;
  readonly number: string;
  readonly enterpriseId: string;
  readonly importId: string | null;
  readonly parkId: string;
  readonly industryId: string;
  readonly signedOn: string | null;
  readonly amountWan: string | null;
  readonly areaMu: string | null;
  readonly fullProductionYear: number | null;
  /** 万元/亩 of the promises in force, where they are per mu. */
  readonly perMuWan: Readonly<Partial<Record<'investment' | 'output' | 'tax', string>>>;
  /** 万元 of those that are whole amounts. */
  readonly totalWan: Readonly<Partial<Record<'investment' | 'output' | 'tax', string>>>;
}

/**
 * By key, in the order asked; undefined where there is none. Without a number the first contract of the project is
 * meant. A project has many supplements: those are found by `supplementsOfProjects`.
 */
export async function findContracts(rows: Rows, keys: readonly ContractKey[]): Promise<(FoundContract | undefined)[]> {
  interface Found extends Omit<FoundContract, keyof ContractKey | 'perMuWan' | 'totalWan'> {
    readonly n: number;
    readonly perMuWan: FoundContract['perMuWan'] | null;
    readonly totalWan: FoundContract['totalWan'] | null;
  }
  const found = await rows.rows<Found>(
    `SELECT
       k.n::int AS n, c.id AS "contractId",
       ${contractTable.pick('c', 'number', 'enterpriseId', 'importId', 'parkId', 'industryId', 'signedOn')},
       ${contractTable.pick('c', 'amountWan', 'areaMu', 'fullProductionYear')},
       (
         SELECT jsonb_object_agg(m.indicator, trim_scale(t.per_mu_wan)::text)
         FROM commitment m
         JOIN commitment_term t ON t.commitment_id = m.id AND t.known_to IS NULL AND t.per_mu_wan IS NOT NULL
         WHERE m.contract_id = c.id
       ) AS "perMuWan",
       (
         SELECT jsonb_object_agg(m.indicator, trim_scale(t.total)::text)
         FROM commitment m
         JOIN commitment_term t ON t.commitment_id = m.id AND t.known_to IS NULL AND t.total IS NOT NULL
         WHERE m.contract_id = c.id
       ) AS "totalWan"
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
     WITH ORDINALITY AS k(code, match_name, kind, firm, n)
     JOIN ${FIRM_OF_ROW}
       ON true
     JOIN investment_project j ON j.enterprise_id = e.id AND j.match_name = k.match_name
     JOIN contract c ON c.project_id = j.id AND c.kind = k.kind AND c.kind <> 'supplement' AND c.status <> 'void'
     ORDER BY k.n, c.signed_on, c.number`,
    [
      keys.map((key) => key.creditCode),
      keys.map((key) => matchingProjectName(key.projectName)),
      keys.map((key) => key.kind),
      keys.map(firmMatch),
    ],
  );
  const answer: (FoundContract | undefined)[] = keys.map(() => undefined);
  for (const { n, perMuWan, totalWan, ...row } of found) {
    const key = keys[n - 1] as ContractKey;
    // The contract of that number comes before one that the product numbered.
    if (!sameNumber(row.number, key.contractNo) || (answer[n - 1] && row.number !== key.contractNo)) continue;
    answer[n - 1] = { ...key, ...row, perMuWan: perMuWan ?? {}, totalWan: totalWan ?? {} };
  }
  return answer;
}
