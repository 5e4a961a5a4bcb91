import { matchingProjectName } from '@crm/domain/enterprises';
import type { Follower } from '../enterprises/index.js';
import { contractTable, investmentProjectTable } from './contract.entity.js';

interface Twin {
  readonly ownId: string;
  readonly ownName: string;
  readonly otherId: string;
  readonly ownUsed: boolean;
  readonly otherUsed: boolean;
}

/** The tables that refer to a project (merging/followers.spec.ts): without a row there, a project is empty. */
export const OF_A_PROJECT = ['contract', 'pace_target'];

const used = (project: string): string =>
  `(${OF_A_PROJECT.map((table) => `EXISTS (SELECT 1 FROM ${table} r WHERE r.project_id = ${project}.id)`).join(' OR ')})`;

/**
 * Both records may have a project of one name. One without contracts and targets gives way. Otherwise both stay, since
 * what counts once and what counts twice must not change; the one that comes gets the name of its record added.
 */
const projectFollower: Follower = {
  what: 'projects',
  table: investmentProjectTable,
  field: 'enterpriseId',
  async settle(tx, { winner, loser }, notes) {
    const twins = await tx.rows<Twin>(
      `SELECT
         own.id AS "ownId", own.name AS "ownName", other.id AS "otherId", ${used('own')} AS "ownUsed",
         ${used('other')} AS "otherUsed"
       FROM investment_project own
       JOIN investment_project other ON other.enterprise_id = $1 AND other.match_name = own.match_name
       WHERE own.enterprise_id = $2
       ORDER BY own.name, own.id
       FOR UPDATE OF own, other`,
      [winner.id, loser.id],
    );
    for (const { ownId, ownName, otherId, ownUsed, otherUsed } of twins) {
      if (ownUsed && otherUsed) {
        const name = `${ownName}（${loser.name}）`;
        await notes.change(investmentProjectTable, ownId, { name, matchName: matchingProjectName(name) });
        notes.tell('project-renamed', { name: ownName, as: name });
      } else {
        await notes.remove(investmentProjectTable, ownUsed ? otherId : ownId);
        notes.tell('project-empty', { name: ownName });
      }
    }
  },
  /** A contract belongs to the enterprise of its project, also one that was drafted after the merge. */
  cameBack: (tx, { winner, loser }, ids) =>
    ids.length === 0
      ? Promise.resolve(0)
      : contractTable.update(tx, { enterpriseId: winner.id, projectId: [...ids] }, { enterpriseId: loser.id }),
};

export const contractFollowers: readonly Follower[] = [
  projectFollower,
  { what: 'contracts', table: contractTable, field: 'enterpriseId' },
];
