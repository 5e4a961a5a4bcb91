import { cellsHeld, heldCells } from './valuesDraft.js';

describe('the draft of the grid', () => {
  it('finds each enterprise again when the lines of the round have moved', () => {
    const held = heldCells({ '0 tax-per-mu': '12', '1 rd share': '3', '2 tax-per-mu': '7' }, ['a', 'b']);
    expect(cellsHeld(held, ['b', 'c', 'a'])).toEqual({ '2 tax-per-mu': '12', '0 rd share': '3', '3 tax-per-mu': '7' });
  });

  it('drops what belongs to an enterprise that has left', () => {
    expect(cellsHeld(heldCells({ '0 tax-per-mu': '12' }, ['a']), ['b'])).toEqual({});
  });
});
