import { assertMoved, type TreeNode } from '@crm/domain/parks';
import { Refusal } from '@crm/domain/refusal';
import { newId, type ShownOf, type Tx } from '@crm/platform/db';
import { refuseTaken } from './entries.store.js';
import { industryChainTable, industryTable, parkTable } from './park.entity.js';

type Without<T, Fields extends string> = Omit<ShownOf<T>, 'id' | 'version' | Fields>;
/** Entries as a file writes them: they name each other by code. */
type FiledChain = Without<typeof industryChainTable, 'parentId'> & { readonly parent: string | null };
type FiledIndustry = Without<typeof industryTable, 'chainId'> & { readonly chain: string | null };
type FiledPark = Without<typeof parkTable, 'leadingIndustryIds'> & {
  readonly leadingIndustries: readonly string[];
};
/** Whether the entry of a code is new, or has other values; undefined: it stays. */
type TouchedBy = (code: string) => 'added' | 'changed' | undefined;

type Ids = ReadonlyMap<string, string>;

/** Ids by code. */
export const entryIds = async (tx: Tx, table: 'industry_chain' | 'industry' | 'park'): Promise<Ids> =>
  new Map(
    (await tx.rows<{ code: string; id: string }>(`SELECT code, id FROM ${table} ORDER BY code`)).map(({ code, id }) => [
      code,
      id,
    ]),
  );

/** Refuses `configuration.unknown-code`. */
export function idIn(ids: Ids, code: string, pointer: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Refusal('configuration.unknown-code', { code }).at(pointer);
  return id;
}

/** Chains first without the tree, so that each finds the one above it. Refuses `reference.name-taken` and `tree.*`. */
export async function takeChains(tx: Tx, chains: readonly FiledChain[], touched: TouchedBy): Promise<void> {
  for (const { parent: _parent, ...one } of chains) {
    const is = touched(one.code);
    if (is === undefined) continue;
    const [there] = is === 'changed' ? await industryChainTable.find(tx, { code: one.code }) : [];
    await refuseTaken(tx, industryChainTable, { name: one.name }, there?.id ?? null);
    if (there) await industryChainTable.update(tx, { id: there.id }, one);
    else await industryChainTable.insert(tx, { ...one, id: newId(), parentId: null });
  }
  const ids = await entryIds(tx, 'industry_chain');
  for (const [at, { code, parent }] of chains.entries()) {
    if (touched(code) === undefined) continue;
    const parentId = parent === null ? null : idIn(ids, parent, `/file/chains/${at}/parent`);
    const id = idIn(ids, code, `/file/chains/${at}/code`);
    const nodes = await tx.rows<TreeNode>('SELECT id, parent_id AS "parentId" FROM industry_chain');
    if (nodes.find((node) => node.id === id)?.parentId === parentId) continue;
    assertMoved(nodes, id, parentId);
    await industryChainTable.update(tx, { id }, { parentId });
  }
}

/** Refuses `reference.name-taken` and `configuration.unknown-code`. */
export async function takeIndustries(tx: Tx, industries: readonly FiledIndustry[], touched: TouchedBy): Promise<void> {
  const chains = await entryIds(tx, 'industry_chain');
  for (const [at, { chain, ...one }] of industries.entries()) {
    const is = touched(one.code);
    if (is === undefined) continue;
    const [there] = is === 'changed' ? await industryTable.find(tx, { code: one.code }) : [];
    await refuseTaken(tx, industryTable, { name: one.name }, there?.id ?? null);
    const chainId = chain === null ? null : idIn(chains, chain, `/file/industries/${at}/chain`);
    if (there) await industryTable.update(tx, { id: there.id }, { ...one, chainId });
    else await industryTable.insert(tx, { ...one, chainId, id: newId() });
  }
}

/** Refuses `reference.name-taken` and `configuration.unknown-code`. */
export async function takeParks(tx: Tx, parks: readonly FiledPark[], touched: TouchedBy): Promise<void> {
  const industries = await entryIds(tx, 'industry');
  for (const [at, { leadingIndustries, ...one }] of parks.entries()) {
    const is = touched(one.code);
    if (is === undefined) continue;
    const [there] = is === 'changed' ? await parkTable.find(tx, { code: one.code }) : [];
    await refuseTaken(tx, parkTable, { name: one.name }, there?.id ?? null);
    const pointer = `/file/parks/${at}/leadingIndustries`;
    const leadingIndustryIds = leadingIndustries.map((code) => idIn(industries, code, pointer));
    if (there) await parkTable.update(tx, { id: there.id }, { ...one, leadingIndustryIds });
    else await parkTable.insert(tx, { ...one, leadingIndustryIds, id: newId() });
  }
}
