import { levelWords, waitingWords } from './waitingWords.js';

const translate = (key: string, options: Record<string, unknown> = {}) =>
  ({ 'approvals.or': '或', 'approvals.and': '、', 'approvals.role.manager': '管理者' })[key] ??
  `${key}${JSON.stringify(options)}`;

describe('an approval in words', () => {
  it('names the role, and people by name', () => {
    expect(
      waitingWords(
        {
          waitingFor: [
            { role: 'manager', people: [] },
            {
              role: null,
              people: [
                { id: '1', name: '韩冬' },
                { id: '2', name: '周岚' },
              ],
            },
          ],
        },
        translate,
      ),
    ).toBe('管理者、韩冬或周岚');
    expect(waitingWords({ waitingFor: [] }, translate)).toBe('');
  });

  it('tells the level while it waits, and the decision after', () => {
    expect(levelWords({ state: 'pending', level: 1, levels: 2 }, translate)).toBe(
      'approvals.level{"level":1,"levels":2}',
    );
    expect(levelWords({ state: 'granted', level: null, levels: 2 }, translate)).toBe('approvals.state.granted{}');
  });
});
