import { contractsEn } from './contracts.en.js';

// A change of labels once gave the kind the name of the overview page.
it('a performance contract is called so in English', () =>
  expect(contractsEn.contracts.kinds.performance).toBe('Performance'));
