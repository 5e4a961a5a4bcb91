import { signedTotals, type Signing } from '@crm/domain/contracts';
import type { Day } from '@crm/domain/days';
import { sum, type Decimal } from '@crm/domain/quantities';
import type { RowOf, Rows } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES, contractsKnownAt } from '../contracts/index.js';
import { grouped, type Actor } from '../data-access/index.js';
import { ABOUT, ABOUT_JOINS, within, type AboutRow, type Scope } from './about-contract.js';
import { inPerformanceOn } from './in-performance.js';
import { receiptTable } from './progress.entity.js';

interface ContractInHand extends AboutRow {
  kind: Signing['kind'];
  signedOn: string;
  amountWan: string | null;
  increasedWan: string;
  officerId: string | null;
  officerName: string | null;
  departmentId: string | null;
  startedOn: string | null;
  productionOn: string | null;
  hasMilestones: boolean;
}

/** A project in progress: its live contracts that are not yet in production, and the money received for them. */
export interface ProjectInHand {
  /** The contract signed first; it gives park, industry and officer. */
  readonly first: ContractInHand;
  readonly contracts: number;
  readonly signedOn: Day;
  readonly startedOn: Day | null;
  readonly amountWan: Decimal;
  readonly receipts: readonly { readonly on: Day; readonly wan: string }[];
}

export interface Asked {
  readonly asOf: Day;
  /** As known at this instant; null: now. */
  readonly instant: string | null;
}

/** $1: the instant. */
export const KNOWN = (t: string): string =>
  `CASE WHEN $1::timestamptz IS NULL THEN ${t}.known_to IS NULL ELSE ${t}.known_from <= $1 AND (${t}.known_to IS NULL OR ${t}.known_to > $1) END`;
const REACHED = (kind: string): string =>
  `(
     SELECT r.actual_on
     FROM milestone m
     JOIN milestone_reached r ON r.milestone_id = m.id
     WHERE m.contract_id = c.id AND m.kind = '${kind}' AND ${KNOWN('r')} AND r.actual_on <= $2
   )`;

/** The contracts as they were known at $1; today's table where no instant is asked. */
export const contractsAt = (instant: string | null): string =>
  instant === null ? 'contract' : contractsKnownAt('$1::timestamptz');

/**
 * 增资 signed by the day: the increments of its supplements. An increment counts from its signing day and is known from
 * when it took effect; a pending supplement is no increase. One from a ledger was in effect when it was imported.
 */
export const increasedIn = (contracts: string): string => `
  (
    SELECT coalesce(sum(s.amount_wan), 0)
    FROM ${contracts} s
    LEFT JOIN contract_amendment t ON t.id = s.id
    WHERE s.parent_id = c.id
        AND s.status IN ${SIGNED_STATES}
        AND s.signed_on <= $2
        AND ($1::timestamptz IS NULL OR coalesce(t.in_force_from, s.created_at) <= $1)
  )
`;

/**
 * Substantive and performance contracts signed by the day, live on it, and known by the instant; grouped by project in
 * the order of signing.
 */
export async function projectsInHand(
  rows: Rows,
  actor: Actor | null,
  today: Day,
  { asOf, instant }: Asked,
  scope: Scope = {},
): Promise<ProjectInHand[]> {
  const where = within(actor, today, scope, [instant, asOf]).and(
    `c.kind IN ${COUNTED_KINDS} AND ${inPerformanceOn('$2', '$1')} AND c.signed_on <= $2`,
  );
  const contracts = contractsAt(instant);
  const found = await rows.rows<ContractInHand>(
    `SELECT
       ${ABOUT}, c.kind, c.amount_wan AS "amountWan", ${increasedIn(contracts)} AS "increasedWan",
       c.officer_id AS "officerId", o.name AS "officerName", o.department_id AS "departmentId",
       ${REACHED('construction-start')} AS "startedOn", ${REACHED('production-start')} AS "productionOn",
       EXISTS (SELECT 1 FROM milestone m WHERE m.contract_id = c.id) AS "hasMilestones"
     FROM ${contracts} c ${ABOUT_JOINS}
     LEFT JOIN app_user o ON o.id = c.officer_id ${where.sql}
     ORDER BY c.signed_on, c.id`,
    where.values,
  );
  const open = [...grouped(found, ({ projectId }) => projectId)].flatMap(([, contracts]) => {
    const produced = contracts.some((one) => one.productionOn !== null);
    const rest = contracts.filter((one) => one.productionOn === null && (one.hasMilestones || !produced));
    return rest.length > 0 ? [rest] : [];
  });
  const money = await receiptsOf(
    rows,
    open.flat().map((one) => one.contractId),
    { asOf, instant },
  );
  return open.map((contracts) => ({
    first: contracts[0]!,
    contracts: contracts.length,
    signedOn: contracts[0]!.signedOn,
    startedOn: contracts.reduce<Day | null>(
      (day, { startedOn: on }) => (on !== null && (day === null || on < day) ? on : day),
      null,
    ),
    amountWan: signedTotals(
      contracts.map((one) => ({
        id: one.contractId,
        projectId: one.projectId,
        kind: one.kind,
        amountWan: one.amountWan ?? '0',
        signedOn: one.signedOn,
      })),
    ).amountWan.plus(sum(contracts.map((one) => one.increasedWan))),
    receipts: contracts.flatMap((one) => money.get(one.contractId) ?? []),
  }));
}

async function receiptsOf(
  rows: Rows,
  contractIds: readonly string[],
  { asOf, instant }: Asked,
): Promise<ReadonlyMap<string, { on: Day; wan: string }[]>> {
  const found = await rows.rows<Pick<RowOf<typeof receiptTable>, 'contractId' | 'arrivedOn' | 'amountWan'>>(
    `SELECT ${receiptTable.pick('t', 'contractId', 'arrivedOn', 'amountWan')}
     FROM receipt t
     WHERE ${KNOWN('t')} AND t.arrived_on <= $2 AND t.amount_wan > 0 AND t.contract_id = ANY($3)
     ORDER BY t.arrived_on, t.id`,
    [instant, asOf, contractIds],
  );
  return grouped(
    found.map(({ contractId, arrivedOn, amountWan }) => ({ contractId, on: arrivedOn, wan: amountWan })),
    ({ contractId }) => contractId,
  );
}
