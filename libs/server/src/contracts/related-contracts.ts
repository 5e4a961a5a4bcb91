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
  signed_on: string | null;
  amount_wan: string | null;
  counts: boolean;
}

/** Its parent, supplements, predecessor and renewal, and the amount invested with every signed increase. */
export async function relatedContracts(
  rows: Rows,
  contract: Pick<ContractRecord, 'id' | 'amount_wan'>,
): Promise<Pick<Contract, 'amountInForceWan' | 'increasedWan' | 'parent' | 'supplements' | 'renews' | 'renewedBy'>> {
  const found = await rows.rows<RelatedRow>(
    `SELECT k.tie, c.id, c.number, c.status, c.signed_on, c.amount_wan, c.status IN ${SIGNED_STATES} AS counts
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
      .map(({ id, number, status, signed_on }) => ({ id, number, status, signedOn: signed_on }));
  const increased = sum(
    found
      .filter((row) => row.tie === 'supplement' && row.counts && row.amount_wan !== null)
      .map((row) => row.amount_wan as string),
  );
  return {
    increasedWan: exact(increased),
    amountInForceWan:
      contract.amount_wan === null && increased.isZero()
        ? null
        : exact(decimal(contract.amount_wan ?? '0').plus(increased)),
    parent: of('parent')[0] ?? null,
    supplements: of('supplement'),
    renews: of('renews')[0] ?? null,
    renewedBy: of('renewed-by')[0] ?? null,
  };
}
