import fc from 'fast-check';
import { dedupeKey } from './dedupe-key.js';
import { escalation } from './escalation.js';

const due = '2026-12-31';

describe('the key of a reminder', () => {
  const item = { rule: 'commitment.due', subject: { type: 'commitment', id: '7' }, step: 'before-7', dueDay: due };

  it('names rule, subject, step, due day, channel and recipient', () => {
    expect(dedupeKey(item, 'inbox', 'user-9')).toBe('commitment.due|commitment|7|before-7|2026-12-31|inbox|user-9');
  });

  it('differs whenever a part does, even if parts hold the separator', () => {
    const parts = fc.tuple(fc.string(), fc.string(), fc.string());
    const key = ([id, step, recipient]: [string, string, string]) =>
      dedupeKey({ ...item, subject: { type: 'commitment', id }, step }, 'inbox', recipient);
    fc.assert(fc.property(parts, parts, (a, b) => (key(a) === key(b)) === (JSON.stringify(a) === JSON.stringify(b))));
  });
});

describe('an unanswered reminder is escalated', () => {
  it.each([
    ['2026-11-20', false, 0, [], '2026-11-23'],
    ['2026-11-22', false, 0, [], '2026-11-23'],
    ['2026-11-23', false, 1, ['secretary-office'], '2026-11-27'],
    ['2026-11-27', false, 2, ['manager'], null],
    ['2026-11-27', true, 0, [], null],
  ])('told on 2026-11-20, today %s, answered %s: level %i', (today, answered, level, to, nextOn) => {
    expect(escalation('2026-11-20', today, answered)).toEqual({ level, to, nextOn });
  });
});
