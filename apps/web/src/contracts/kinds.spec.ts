import { contractsEn } from './contracts.en.js';

// A pass over the words once named the kind after the page of the overview.
it('a performance contract is called so in English', () =>
  expect(contractsEn.contracts.kinds.performance).toBe('Performance'));
