import { filterParameter } from './ask.js';
import { changed } from './dataProvider.js';

it('sends one JSON object as the filter and leaves out what was not chosen', () => {
  expect(filterParameter({ stage: 'negotiation', parkId: '', q: undefined, industry_in: [] })).toBe(
    '{"stage":"negotiation"}',
  );
  expect(filterParameter({ overdue: false, areaMu_gte: 0 })).toBe('{"overdue":false,"areaMu_gte":0}');
  expect(filterParameter({})).toBeUndefined();
  expect(filterParameter(undefined)).toBeUndefined();
});

it('sends only what changed, never id or version', () => {
  const before = { id: '1', version: 3, name: '甲', areaMu: '100', tags: ['a'], note: null };
  expect(changed({ ...before, areaMu: '118', tags: ['a'] }, before)).toEqual({ areaMu: '118' });
  expect(changed({ ...before, note: '' }, before)).toEqual({ note: '' });
  expect(changed({ ...before, note: undefined }, before)).toEqual({});
  expect(changed({ id: '1', version: 3, name: '乙' }, undefined)).toEqual({ name: '乙' });
});
