import { Refusal } from '../refusal/index.js';

/** A department in the tree. */
export interface Branch {
  readonly id: string;
  readonly parentId: string | null;
}

/** An office has bureaus, offices in them and groups; deeper trees only hide people. */
export const DEEPEST = 6;

/** The department and all above it, from below. Ends at a circle, which the rules never let arise. */
export function upwards(tree: readonly Branch[], id: string): string[] {
  const parents = new Map(tree.map((branch) => [branch.id, branch.parentId]));
  const path: string[] = [];
  for (let at: string | null = id; at !== null && !path.includes(at); at = parents.get(at) ?? null) path.push(at);
  return path;
}

/** How many levels stand below it: 0 without branches. */
function height(tree: readonly Branch[], id: string): number {
  const below = tree.filter(({ parentId }) => parentId === id);
  return below.length === 0 ? 0 : 1 + Math.max(...below.map((branch) => height(tree, branch.id)));
}

/**
 * Puts a department below another, or at the top (null). Refuses `department.circle` (it would stand below itself) and
 * `department.depth`.
 */
export function admitPlace(tree: readonly Branch[], id: string | null, parentId: string | null): void {
  const above = parentId === null ? [] : upwards(tree, parentId);
  if (id !== null && above.includes(id)) throw new Refusal('department.circle');
  if (above.length + 1 + (id === null ? 0 : height(tree, id)) > DEEPEST)
    throw new Refusal('department.depth', { max: DEEPEST });
}

/** Refuses `department.circle`: its people and branches cannot go to itself or to what stands below it. */
export function admitMerge(tree: readonly Branch[], id: string, intoId: string): void {
  if (upwards(tree, intoId).includes(id)) throw new Refusal('department.circle');
  if (upwards(tree, intoId).length + height(tree, id) > DEEPEST)
    throw new Refusal('department.depth', { max: DEEPEST });
}
