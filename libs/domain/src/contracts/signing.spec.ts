import { signingStep } from './signing.js';

describe('the step before a signature', () => {
  const granted = { state: 'granted', levels: 1, belowStandard: false };
  it.each([
    ['a draft nobody has to approve', { levels: 0, below: false, own: false, approval: null }, 'sign'],
    ['the same, by its drafter', { levels: 0, below: false, own: true, approval: null }, 'another'],
    ['a draft that asks a level', { levels: 1, below: false, own: false, approval: null }, 'approve'],
    ['the same, by its drafter', { levels: 1, below: false, own: true, approval: null }, 'approve'],
    ['one that waits', { levels: 1, below: false, own: false, approval: { ...granted, state: 'pending' } }, 'wait'],
    ['one that was granted, by its drafter too', { levels: 1, below: false, own: true, approval: granted }, 'sign'],
    [
      'one submitted that nobody had to approve, by its drafter',
      { levels: 0, below: false, own: true, approval: { ...granted, levels: 0 } },
      'another',
    ],
    [
      'one granted at the standard, and now below it',
      { levels: 1, below: true, own: false, approval: granted },
      'approve',
    ],
    [
      'one granted below the standard',
      { levels: 1, below: true, own: false, approval: { ...granted, belowStandard: true } },
      'sign',
    ],
    [
      'one submitted when nothing was asked, now that a level is',
      { levels: 1, below: false, own: false, approval: { ...granted, levels: 0 } },
      'sign',
    ],
  ] as const)('%s', (_case, question, step) => expect(signingStep(question)).toBe(step));
});
