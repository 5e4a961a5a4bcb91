import { inView, viewFilters, viewNames, viewOf } from './views.js';

const today = '2026-11-20';

describe('saved views of leads', () => {
  it.each(viewNames)('%s is known again by its filter', (name) =>
    expect(viewOf(viewFilters(today)[name], today)).toBe(name),
  );
  it('narrower filters leave the view chosen', () =>
    expect(viewOf({ ...viewFilters(today).mine, parkId: 'p', q: '泽科' }, today)).toBe('mine'));
  it('a filter of last week is no view of this one', () =>
    expect(viewOf(viewFilters('2026-11-08').thisWeek, today)).toBeNull());
  it('the week ends on Sunday', () => expect(viewFilters(today).thisWeek.nextOn_lte).toBe('2026-11-22'));
  it('changing the view keeps park and text, and drops an owner where the view is mine', () => {
    expect(inView({ parkId: 'p', ownerId: 'o' }, 'mine', today)).toEqual({ ...viewFilters(today).mine, parkId: 'p' });
    expect(inView({ ...viewFilters(today).mine, q: '泽' }, 'all', today)).toEqual({ q: '泽' });
  });
});
