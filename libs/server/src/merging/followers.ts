import type { AnyTable } from '@crm/platform/db';
import { contractFollowers } from '../contracts/index.js';
import { enterpriseTable, firmFollowers, type Follower } from '../enterprises/index.js';
import { leadFollower } from '../leads/index.js';
import { evaluationFollower } from '../per-mu-classes/index.js';
import { assignmentFollower } from '../secretaries/index.js';
import { enterpriseMergeTable } from './merge.entity.js';

/** Every table that refers to an enterprise (followers.spec.ts). Projects come before their contracts. */
export const followers: readonly Follower[] = [
  leadFollower,
  ...contractFollowers,
  assignmentFollower,
  ...firmFollowers,
  evaluationFollower,
  { what: 'merges', table: enterpriseMergeTable, field: 'winnerId' },
];

const named = new Map(
  [enterpriseTable, ...followers.flatMap(({ table, also = [] }) => [table, ...also])].map(
    (table): [string, AnyTable] => [table.name, table],
  ),
);

/** A table whose rows a merge writes. */
export function tableNamed(name: string): AnyTable {
  const table = named.get(name);
  if (!table) throw new Error(`no merge writes ${name}`);
  return table;
}
