import { readHits } from './search.js';

const zhongkong = { kind: 'enterprises', id: '1', title: '浙江泽科环保集团', caption: '91330100MA2' };

it.each([
  ['groups', { enterprises: [{ id: '1', name: '浙江泽科环保集团', code: '91330100MA2' }], leads: [] }],
  ['one list', { data: [{ kind: 'enterprise', id: 1, title: '浙江泽科环保集团', caption: '91330100MA2' }] }],
])('reads %s', (_shape, answer) => expect(readHits(answer)).toEqual([zhongkong]));

it('passes over kinds and rows it does not know', () => {
  expect(
    readHits({
      data: [
        { kind: 'parcel', id: '9', title: 'x' },
        { kind: 'lead', title: 'without id' },
      ],
    }),
  ).toEqual([]);
  expect(readHits(null)).toEqual([]);
});
