import type { Industry, IndustryChain } from '@crm/api-contract/parks';

/** A line of the tree: a chain with what stands below it, or an industry. */
export type Line = { readonly id: string; readonly depth: number } & (
  | { readonly kind: 'industry-chains'; readonly entry: IndustryChain }
  | { readonly kind: 'industries'; readonly entry: Industry }
);

/** The lines from top to bottom: a chain, its industries, its chains; last the industries of no chain. */
export function linesOf(chains: readonly IndustryChain[], industries: readonly Industry[]): Line[] {
  const known = new Set(chains.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): Line[] =>
    chains
      .filter((chain) => (known.has(chain.parentId ?? '') ? chain.parentId : null) === parentId)
      .flatMap((entry): Line[] => [
        { id: entry.id, depth, kind: 'industry-chains', entry },
        ...leaves(entry.id, depth + 1),
        ...below(entry.id, depth + 1),
      ]);
  const leaves = (chainId: string | null, depth: number): Line[] =>
    industries
      .filter((industry) => (known.has(industry.chainId ?? '') ? industry.chainId : null) === chainId)
      .map((entry) => ({ id: entry.id, depth, kind: 'industries', entry }));
  return [...below(null, 0), ...leaves(null, 0)];
}
