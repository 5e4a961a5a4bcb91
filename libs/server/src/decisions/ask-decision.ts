import type { decisions } from '@crm/api-contract/decisions';
import type { InputOf } from '@crm/api-contract/wire';
import { wasSigned } from '@crm/domain/contracts';
import { decide } from '@crm/domain/decisions';
import { decimal, plain, roundForShow, type Decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { newId, type RowOf, type Tx } from '@crm/platform/db';
import type { ApprovalRequest } from '../approvals/index.js';
import { inWan, measureOf } from '../assessments/index.js';
import { commitmentTable, waiverTable } from '../commitments/commitment.entity.js';
import { aboutContract, visibleContracts, type AboutContract } from '../contracts/index.js';
import { known, type Actor } from '../data-access/index.js';
import { consequenceDecisionTable, type DecidedClause } from './decision.entity.js';
import { withConsequences } from './missed-consequences.js';
import { missedOf, type MissedRow } from './missed.store.js';
import { consequenceView } from './missed.view.js';

type Asked = InputOf<typeof decisions.create>['body'];

/** Stores the decision as requested. Returns the data that its approval needs. */
export async function askDecision(
  tx: Tx,
  actor: Actor,
  { commitmentId, year, kind, clauseIds = [], until: asked, reason }: Asked,
  today: string,
): Promise<ApprovalRequest> {
  const until = asked ?? null;
  const about = await lockedPromise(tx, actor, commitmentId, today);
  if (!wasSigned(about.contractStatus)) throw Refusal.conflict('contract.not-signed', { status: about.contractStatus });
  if (kind === 'waive' && (await waiverTable.one(tx, { commitmentId, year, knownTo: null })))
    throw Refusal.conflict('waiver.exists', { year });
  const [missed] = await withConsequences(tx, await missedOf(tx, commitmentId, year), today);
  const earlier =
    missed?.earlier ?? (await consequenceDecisionTable.find(tx, { commitmentId, year }, 'ORDER BY requested_at, id'));
  const { chosen, amountWan } = decide(
    { kind, clauseIds, until },
    {
      verdict: missed?.row.verdict ?? null,
      consequences: missed?.consequences ?? [],
      earlier,
      taken: missed?.taken ?? [],
      today,
    },
  );
  const decision = {
    id: newId(),
    contractId: about.contractId,
    commitmentId,
    indicator: about.indicator,
    year,
    kind,
    until,
    reason,
    verdict: missed?.row.verdict ?? null,
    attainmentPercent: missed?.row.attainmentPercent ?? null,
    shortfallExact: missed?.row.shortfallExact ?? null,
    amountWanExact: amountWan && plain(amountWan),
    clauses: chosen.map((one): DecidedClause => {
      const { applies: _applies, ...clause } = consequenceView(one);
      return clause;
    }),
    requestedBy: actor.userId,
  };
  await consequenceDecisionTable.insert(tx, decision);
  return approvalOf(decision, about, missed?.row, amountWan);
}

interface Promised
  extends
    Pick<AboutContract, 'contractId' | 'contractNumber' | 'contractStatus' | 'enterpriseName'>,
    Pick<RowOf<typeof commitmentTable>, 'indicator'> {}

/** Locks the contract, so that two requests about one of its years come one after the other. */
async function lockedPromise(tx: Tx, actor: Actor, commitmentId: string, today: string): Promise<Promised> {
  const where = visibleContracts(actor, today, 'c').and('m.id = ?', commitmentId);
  return known(
    await tx.one<Promised>(
      `SELECT
         ${aboutContract('contractId', 'contractNumber', 'contractStatus', 'enterpriseName')},
         ${commitmentTable.pick('m', 'indicator')}
       FROM commitment m
       JOIN contract c ON c.id = m.contract_id
       JOIN enterprise e ON e.id = c.enterprise_id
       ${where.sql}
       FOR NO KEY UPDATE OF c`,
      where.values,
    ),
  );
}

type KeptDecision = Pick<
  RowOf<typeof consequenceDecisionTable>,
  'id' | 'contractId' | 'indicator' | 'year' | 'kind' | 'until' | 'reason' | 'verdict' | 'attainmentPercent' | 'clauses'
>;

/** A waiver or extension has no amount of its own. Its shortfall then decides how many levels must approve. */
function approvalOf(
  { id, contractId, indicator, year, kind, until, reason, verdict, attainmentPercent, clauses }: KeptDecision,
  { enterpriseName, contractNumber }: Promised,
  missed: MissedRow | undefined,
  amountWan: Decimal | null,
): ApprovalRequest {
  const shortfall = missed?.shortfallExact ?? null;
  const inMoney = inWan(indicator, shortfall);
  const weight = amountWan ?? (inMoney && decimal(inMoney));
  return {
    kind: kind === 'waive' ? 'waiver' : 'consequence-decision',
    subjectId: id,
    contractId,
    amountWan: weight && plain(roundForShow(weight, 6)),
    belowStandard: false,
    title: { decision: kind, indicator, year, enterpriseName, contractNumber, until },
    payload: {
      reason,
      indicator,
      year,
      verdict,
      ...measureOf(indicator),
      required: missed?.requiredExact ?? null,
      actual: missed?.actual ?? null,
      shortfall,
      attainmentPercent,
      until,
      clauses: clauses.map(({ kind: clause, amountWan: amount, cureUntil }) => ({
        kind: clause,
        amountWan: amount,
        cureUntil,
      })),
    },
  };
}
