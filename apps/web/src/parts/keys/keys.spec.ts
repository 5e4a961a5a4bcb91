import { keys, onKey, pressed } from './keys.js';

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  preventDefault: () => undefined,
  ...more,
});

describe('a key', () => {
  it.each([
    ['n', press('n'), 'n'],
    ['a capital letter', press('N'), 'n'],
    ['Ctrl Enter', press('Enter', { ctrlKey: true }), keys.save],
    ['⌘ Enter', press('Enter', { metaKey: true }), keys.save],
    ['Ctrl K', press('K', { ctrlKey: true }), keys.palette],
    ['one with Alt', press('n', { altKey: true }), ''],
    ['Enter that chooses a word', press('Enter', { isComposing: true }), ''],
    ['Enter as older browsers report it', press('Enter', { keyCode: 229 }), ''],
    ['the same, wrapped by React', press('Enter', { nativeEvent: { isComposing: true, keyCode: 13 } }), ''],
  ])('%s', (_name, event, name) => expect(pressed(event)).toBe(name));

  it('does one thing, and nothing while a word is composed', () => {
    const saved: string[] = [];
    const handler = onKey({ [keys.save]: () => void saved.push('saved') });
    handler(press('Enter', { ctrlKey: true, isComposing: true }));
    handler(press('Enter'));
    expect(saved).toEqual([]);
    handler(press('Enter', { ctrlKey: true }));
    expect(saved).toEqual(['saved']);
  });
});
