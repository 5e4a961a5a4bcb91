import type { Industry, IndustryChain } from '@crm/api-contract/parks';
import { linesOf } from './tree.js';

const chain = (id: string, parentId: string | null = null) => ({ id, parentId }) as IndustryChain;
const industry = (id: string, chainId: string | null = null) => ({ id, chainId }) as Industry;
const drawn = (...args: Parameters<typeof linesOf>) =>
  linesOf(...args).map(({ id, depth }) => `${' '.repeat(depth)}${id}`);

describe('the tree of industries', () => {
  it('has industries below their chain, before the chains below it', () => {
    expect(
      drawn([chain('food'), chain('sea', 'food'), chain('cars')], [industry('fish', 'sea'), industry('tea', 'food')]),
    ).toEqual(['food', ' tea', ' sea', '  fish', 'cars']);
  });

  it('ends with the industries of no chain', () => {
    expect(drawn([chain('food')], [industry('films'), industry('tea', 'food')])).toEqual(['food', ' tea', 'films']);
  });

  it('shows what stands below a chain that is not loaded at the top', () => {
    expect(drawn([chain('sea', 'gone')], [industry('fish', 'gone')])).toEqual(['sea', 'fish']);
  });
});
