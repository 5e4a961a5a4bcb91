import type { actuals } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import type { ContractKind } from '@crm/domain/contracts';
import { lastDayOfYear } from '@crm/domain/days';
import { Refusal } from '@crm/domain/refusal';
import type { Tx } from '@crm/platform/db';
import { SIGNED_STATES, assertOwnLife, standsOn, visibleContracts } from '../contracts/index.js';
import { known, type Actor } from '../data-access/index.js';

type Draft = InputOf<typeof actuals.create>['body'];

/**
 * The contract named, else the only signed one of the project or firm named; several ask for a choice, nothing is
 * copied to each.
 */
export async function contractOfFigure(tx: Tx, actor: Actor, input: Draft, today: string): Promise<string> {
  if (!input.contractId && !input.projectId && !input.enterpriseId)
    throw Refusal.fields([{ pointer: '/contractId', code: 'field.required' }]);
  const where = visibleContracts(actor, today)
    .given(input.contractId, 't.id = ?')
    .given(input.projectId, 't.project_id = ?')
    .given(input.enterpriseId, 't.enterprise_id = ?');
  // Of a contract and its renewal, the one in force at the end of the year.
  const end = lastDayOfYear(input.year);
  if (!input.contractId) where.and(standsOn('t', '?::date'), end, end);
  const found = await tx.rows<{ id: string; number: string; signed: boolean; kind: ContractKind }>(
    `SELECT t.id, t.number, t.status IN ${SIGNED_STATES} AS signed, t.kind
     FROM contract t ${where.sql}
     ORDER BY t.number
     LIMIT 50`,
    where.values,
  );
  if (input.contractId) {
    const own = known(found[0]);
    assertOwnLife(own);
    if (!own.signed) throw Refusal.conflict('contract.not-signed');
    return own.id;
  }
  const measured = found.filter(({ signed, kind }) => signed && ['substantive', 'performance'].includes(kind));
  const [only, second] = measured;
  if (!only) throw new Refusal('actual.no-contract');
  if (second)
    throw Refusal.conflict('actual.ambiguous', {
      count: measured.length,
      contracts: measured.map(({ id, number }) => ({ id, number })),
    });
  return only.id;
}
