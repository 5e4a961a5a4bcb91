import { Inject, Injectable } from '@nestjs/common';
import type { ApprovalPolicy, approvalPolicies } from '@crm/api-contract/approvals';
import type { InputOf, ResponseOf } from '@crm/api-contract/wire';
import { admitPolicies, approvalKinds, type ApprovalLevel } from '@crm/domain/approvals';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, newId, supersedeAll, type Rows, type Tx } from '@crm/platform/db';
import { StaleRecord, refOf, shaped, type Actor } from '../data-access/index.js';
import { approvalPolicyTable } from './approval.entity.js';
import { approvers, policiesEnded, policiesNow, type PolicyRow } from './approvals.store.js';

type Change = InputOf<typeof approvalPolicies.replace>['body'];

/** Which cases need which levels. Rows are never rewritten; they end and others follow. */
@Injectable()
export class PoliciesService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(_actor: Actor): Promise<Policies> {
    return this.database.read(policiesView);
  }

  /**
   * Refuses `approval.policy-twice`, `approval.policy-gap`, `approval.policy-idle`, `approval.level`,
   * `approval.level-of` (a level has either a role or people), `user.unknown` (a named person may not approve), and
   * `version.stale` with the current rows if another person has replaced them.
   */
  replace(actor: Actor, version: number, { kind, rows, reason }: Change): Promise<Policies> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const people = (await approvers(tx)).map(({ id }) => id);
      const policies = rows.map((row, i) => ({
        kind,
        fromWan: row.fromWan,
        belowStandardOnly: row.belowStandardOnly,
        levels: row.levels.map((level, j) => levelIn(level, people, `/rows/${i}/levels/${j}`)),
      }));
      // One less, since the requester never decides.
      admitPolicies(kind, policies, Math.max(1, people.length - 1));
      await this.locked(tx, kind, version);
      await supersedeAll(
        tx,
        approvalPolicyTable,
        { kind },
        policies.map((row) => ({ ...row, id: newId(), changedBy: actor.userId })),
        { endedBy: actor.userId, endReason: reason },
      );
      return policiesView(tx);
    });
  }

  /**
   * Two people who replace the rows of a kind do so one after another; the second has not seen the rows of the first.
   */
  private async locked(tx: Tx, kind: Change['kind'], version: number): Promise<void> {
    await tx.run('LOCK TABLE approval_policy IN SHARE ROW EXCLUSIVE MODE');
    const now = await policiesView(tx);
    if (now.versions[kind] !== version)
      throw new StaleRecord({ kind, version: now.versions[kind], rows: now.data.filter((one) => one.kind === kind) }, [
        'rows',
      ]);
  }
}

type Policies = ResponseOf<typeof approvalPolicies.list>;

function levelIn(
  { role, userIds }: Change['rows'][number]['levels'][number],
  people: readonly string[],
  pointer: string,
): ApprovalLevel {
  if (role && !userIds) return { role };
  if (role || !userIds) throw new Refusal('approval.level-of').at(pointer);
  if (!userIds.every((id) => people.includes(id))) throw new Refusal('user.unknown').at(`${pointer}/userIds`);
  return { userIds: [...new Set(userIds)] };
}

/** The version of a kind counts how often its rows were replaced, from 1. */
async function policiesView(rows: Rows): Promise<Policies> {
  const replaced = new Map(
    (
      await rows.rows<{ kind: string; times: number }>(
        'SELECT kind, count(DISTINCT known_to)::int AS times FROM approval_policy GROUP BY kind',
      )
    ).map(({ kind, times }) => [kind, times]),
  );
  const [policies, ended] = [await policiesNow(rows), await policiesEnded(rows)];
  const ids = [...policies, ...ended].flatMap(({ levels }) =>
    levels.flatMap((level) => ('role' in level ? [] : level.userIds)),
  );
  const names = new Map(
    (await rows.rows<{ id: string; name: string }>('SELECT id, name FROM app_user WHERE id = ANY($1)', [ids])).map(
      (row) => [row.id, row.name],
    ),
  );
  return {
    data: policies.map((row) => view(row, names)),
    versions: Object.fromEntries(
      approvalKinds.map((kind) => [kind, (replaced.get(kind) ?? 0) + 1]),
    ) as Policies['versions'],
    history: ended.map((row) => ({ ...row, levels: levelsView(row, names) })),
  };
}

const view = (row: PolicyRow, names: ReadonlyMap<string, string>): ApprovalPolicy =>
  shaped<ApprovalPolicy>()({ ...row, levels: levelsView(row, names) });

const levelsView = ({ levels }: PolicyRow, names: ReadonlyMap<string, string>): ApprovalPolicy['levels'] =>
  levels.map((level) =>
    'role' in level
      ? { role: level.role, people: [] }
      : { role: null, people: level.userIds.map((id) => ({ id, name: names.get(id) ?? '' })) },
  );
