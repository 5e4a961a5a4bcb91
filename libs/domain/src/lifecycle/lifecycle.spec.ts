import { type Lifecycle, isEnd, move, reachable } from './lifecycle.js';

const door: Lifecycle<'open' | 'closed' | 'locked' | 'bricked'> = {
  open: ['closed'],
  closed: ['open', 'locked'],
  locked: ['closed'],
  bricked: [],
};
const refusedBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (thrown) {
    return thrown;
  }
};

describe('a lifecycle', () => {
  it('moves along its table', () => {
    expect(move(door, 'open', 'closed')).toBe('closed');
  });

  it('refuses another step and names the ones there are', () => {
    expect(refusedBy(() => move(door, 'closed', 'bricked'))).toMatchObject({
      code: 'transition.forbidden',
      kind: 'conflict',
      facts: { allowed: ['open', 'locked'] },
    });
    expect(refusedBy(() => move(door, 'open', 'open'))).toMatchObject({ code: 'transition.forbidden' });
  });

  it.each(['ajar', 'constructor', '__proto__', ''])('does not know the state %p', (state) => {
    expect(refusedBy(() => move(door, state as 'open', 'closed'))).toMatchObject({ code: 'transition.unknown' });
    expect(refusedBy(() => move(door, 'open', state as 'open'))).toMatchObject({ code: 'transition.unknown' });
  });

  it('knows ends and reachable states', () => {
    expect([isEnd(door, 'bricked'), isEnd(door, 'open')]).toEqual([true, false]);
    expect([...reachable(door, 'open')]).toEqual(['open', 'closed', 'locked']);
  });
});
