import { SHORTEST_PASSWORD, admitPassword, isCommonPassword } from './index.js';

const NAMES = ['luwen', '陆闻', '云屿高新技术产业开发区', '云屿高新区', 'Yunyu High-tech Zone', 'lu wen'];
const refused = (password: string): string => {
  try {
    admitPassword(password, NAMES);
    return '';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a password that a person chooses', () => {
  it.each([
    ['four unrelated words', 'orbit kettle mauve sandal'],
    ['a sentence in Chinese', '每天早上八点去江边跑步三公里'],
    ['any kind of characters', 'vT9~qLx2mWz7'],
    ['256 of them', 'Zq8-'.padEnd(256, 'kd7Wm2pQx_')],
    ['spaces at its ends', '  river stone violin  '],
    ['a short word of the zone’s English name', 'technical violin high tide'],
  ])('may be %s', (_what, password) => expect(refused(password)).toBe(''));

  it.each([
    ['vT9~qLx2mWz', 'password.short'],
    ['口令口令', 'password.short'],
    ['x1'.repeat(200), 'password.long'],
    ['Password1234!', 'password.common'],
    ['P@ssw0rd2026', 'password.common'],
    ['admin@123456', 'password.common'],
    ['adminadminadmin', 'password.common'],
    ['123456789012', 'password.common'],
    ['qwertyuiop123', 'password.common'],
    ['1qaz2wsx3edc', 'password.common'],
    ['aaaaaaaaaaaaaaa', 'password.common'],
    ['abababababab', 'password.common'],
    ['woaini5201314', 'password.common'],
    ['ｐａｓｓｗｏｒｄ1234', 'password.common'],
    ['9-luwen-7431-x', 'password.own-words'],
    ['我是陆闻我的口令是七个字', 'password.own-words'],
    ['云屿高新区的第一位管理员', 'password.own-words'],
    ['Yunyu-7-bridges-9', 'password.own-words'],
  ])('is not %s: %s', (password, code) => expect(refused(password)).toBe(code));

  it('counts characters, not bytes', () => {
    expect(refused('山川湖海风云雷电花鸟鱼')).toBe('password.short');
    expect(refused('山川湖海风云雷电花鸟鱼虫')).toBe('');
    expect([...'山川湖海风云雷电花鸟鱼虫']).toHaveLength(SHORTEST_PASSWORD);
  });

  it('a short name is not looked for in it', () => {
    expect(() => admitPassword('violin stone river', ['a', 'b.c', '李'])).not.toThrow();
  });

  it('that is only a run of the keyboard is common, a run within more is not', () => {
    expect(isCommonPassword('poiuytrewq99')).toBe(true);
    expect(isCommonPassword('1234 river stone')).toBe(false);
  });
});
