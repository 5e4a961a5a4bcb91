import type { Contract } from '@crm/api-contract/contracts';
import { decimal, sum } from '@crm/domain/quantities';
import type { Rows } from '@crm/platform/db';
import { exact } from '../data-access/index.js';
import type { ContractRecord } from './contract.view.js';
import { SIGNED_STATES } from './contracts.store.js';

interface RelatedRow {
  tie: 'parent' | 'supplement' | 'renews' | 'renewed-by';
  id: string;
  number: string;
  status: Contract['status'];
  signedOn: string | null;
  amountWan: string | null;
  counts: boolean;
}

/** Its parent, supplements, predecessor and renewal, and the amount invested with every signed increase. */
export async function relatedContracts(
  rows: Rows,
  contract: Pick<ContractRecord, 'id' | 'amountWan'>,
): Promise<Pick<Contract, 'amountInForceWan' | 'increasedWan' | 'parent' | 'supplements' | 'renews' | 'renewedBy'>> {
  const found = await rows.rows<RelatedRow>(
    `SELECT k.tie, c.id, c.number, c.status, c.signed_on AS "signedOn", c.amount_wan AS "amountWan",
       c.status IN ${SIGNED_STATES} AS counts
     FROM contract t
     CROSS JOIN LATERAL (
       SELECT 'parent' AS tie, t.parent_id AS id
       UNION ALL
       SELECT 'renews', t.renews_id
       UNION ALL
       SELECT 'supplement', s.id
       FROM contract s
       WHERE s.parent_id = t.id
       UNION ALL
       SELECT 'renewed-by', n.id
       FROM contract n
       WHERE n.renews_id = t.id AND n.status <> 'void'
     ) k
     JOIN contract c ON c.id = k.id
     WHERE t.id = $1
     ORDER BY c.created_at, c.id`,
    [contract.id],
  );
  const of = (tie: RelatedRow['tie']) =>
    found
      .filter((row) => row.tie === tie)
      .map(({ id, number, status, signedOn }) => ({ id, number, status, signedOn }));
  const increased = sum(
    found
      .filter((row) => row.tie === 'supplement' && row.counts && row.amountWan !== null)
      .map((row) => row.amountWan as string),
  );
  return {
    increasedWan: exact(increased),
    amountInForceWan:
      contract.amountWan === null && increased.isZero()
        ? null
        : exact(decimal(contract.amountWan ?? '0').plus(increased)),
    parent: of('parent')[0] ?? null,
    supplements: of('supplement'),
    renews: of('renews')[0] ?? null,
    renewedBy: of('renewed-by')[0] ?? null,
  };
}
