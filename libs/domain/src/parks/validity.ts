import type { Day } from '../days/index.js';
import { Refusal } from '../refusal/index.js';

/** From when on an entry of the reference data may be chosen; null: always, or without an end. */
export interface Validity {
  readonly validFrom: Day | null;
  /** The first day on which it can no longer be chosen. Records that name it keep it. */
  readonly closedFrom: Day | null;
}

/** Whether a new record of that day may name it. */
export const isOffered = ({ validFrom, closedFrom }: Validity, on: Day): boolean =>
  (validFrom === null || validFrom <= on) && (closedFrom === null || on < closedFrom);

/** Refuses `reference.validity`: it would close on or before its first day. */
export function assertValidity({ validFrom, closedFrom }: Validity, at: string): void {
  if (validFrom !== null && closedFrom !== null && closedFrom <= validFrom)
    throw new Refusal('reference.validity', { validFrom, closedFrom }).at(at);
}

/** A node of a tree, by the node above it. */
export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
}

/** Levels of a tree, so that a page shows it without scrolling to the side. */
export const DEEPEST = 5;

/**
 * Moves a node below another one, or to the top with null. Refuses `tree.parent` (there is no such node), `tree.circle`
 * (it would be below itself) and `tree.deep` (more than five levels).
 */
export function assertMoved(nodes: readonly TreeNode[], id: string, parentId: string | null): void {
  const above = new Map(nodes.map((node) => [node.id, node.id === id ? parentId : node.parentId]));
  above.set(id, parentId);
  if (parentId !== null && !above.has(parentId)) throw new Refusal('tree.parent');
  const levelOf = (from: string): number => {
    let level = 1;
    for (let at = above.get(from) ?? null; at !== null; at = above.get(at) ?? null) {
      if (at === from || level > above.size) throw new Refusal('tree.circle');
      level += 1;
    }
    return level;
  };
  // Nodes below it move with it.
  if (Math.max(...[...above.keys()].map(levelOf)) > DEEPEST) throw new Refusal('tree.deep', { levels: DEEPEST });
}
