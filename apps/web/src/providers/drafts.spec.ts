import { draftsOn } from './drafts.js';

/** A storage as a browser has it. */
function shelf() {
  const rows = new Map<string, string>();
  return {
    get length() {
      return rows.size;
    },
    key: (at: number) => [...rows.keys()][at] ?? null,
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  };
}

const DAY = 86_400_000;

describe('drafts', () => {
  it('are of one person and one record', () => {
    const drafts = draftsOn(shelf(), () => 0);
    drafts.keep('officer', 'lead', { values: { projectName: '示例' } });
    expect(drafts.read('officer', 'lead')).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      values: { projectName: '示例' },
    });
    expect([drafts.read('officer2', 'lead'), drafts.read('officer', 'contract 1')]).toEqual([null, null]);
  });

  it('are gone after seven days, also those that nobody opens again', () => {
    let now = 0;
    const place = shelf();
    const drafts = draftsOn(place, () => now);
    drafts.keep('officer', 'lead', { values: 1 });
    now = 7 * DAY - 1;
    expect(drafts.read('officer', 'lead')).not.toBeNull();
    now = 7 * DAY;
    expect(drafts.read('officer', 'contract 1')).toBeNull();
    expect(place.length).toBe(0);
  });

  it('are gone for the person who signs out, and stay for others', () => {
    const drafts = draftsOn(shelf(), () => 0);
    for (const person of ['officer', 'officer2']) drafts.keep(person, 'lead', { values: 1 });
    drafts.removeAll('officer');
    expect([drafts.read('officer', 'lead'), drafts.read('officer2', 'lead')]).toMatchObject([null, { values: 1 }]);
  });

  it('survive neither a full storage nor broken text', () => {
    const full = draftsOn({ ...shelf(), setItem: () => { throw new Error('full'); } }, () => 0); // prettier-ignore
    expect(() => full.keep('officer', 'lead', { values: 1 })).not.toThrow();
    const place = shelf();
    place.setItem('crm-draft officer lead', '{');
    expect(draftsOn(place, () => 0).read('officer', 'lead')).toBeNull();
  });
});
