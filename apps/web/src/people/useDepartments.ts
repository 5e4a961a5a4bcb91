import type { Department } from '@crm/api-contract/access';
import { departments } from '@crm/api-contract/routes';
import { useMemo } from 'react';
import { useAsk } from '../providers/useAsk.js';

const all = { query: { perPage: 200, sort: 'name', order: 'asc' } } as const;
const none: never[] = [];

/** A department where it stands in the tree. */
export interface Placed extends Department {
  readonly depth: number;
  /** 招商局 / 招商一部. */
  readonly path: string;
  /** Enabled people in it and below it. */
  readonly total: number;
}

/** The open departments in the order of the tree, each before those below it. */
export function inTreeOrder(all: readonly Department[]): Placed[] {
  const open = all.filter(({ closed }) => !closed);
  const ids = new Set(open.map(({ id }) => id));
  const below = (parentId: string | null) =>
    open.filter((one) => (one.parentId !== null && ids.has(one.parentId) ? one.parentId : null) === parentId);
  const walk = (parentId: string | null, depth: number, above: string): Placed[] =>
    below(parentId).flatMap((one) => {
      const path = above === '' ? one.name : `${above} / ${one.name}`;
      const under = walk(one.id, depth + 1, path);
      const direct = under.filter((branch) => branch.depth === depth + 1);
      const total = one.people + direct.reduce((sum, branch) => sum + branch.total, 0);
      return [{ ...one, depth, path, total }, ...under];
    });
  return walk(null, 0, '');
}

export function useDepartments() {
  const answer = useAsk(departments.list, all);
  const data = answer.data?.data ?? none;
  const tree = useMemo(() => inTreeOrder(data), [data]);
  return { answer, tree, closed: data.filter(({ closed }) => closed) };
}
