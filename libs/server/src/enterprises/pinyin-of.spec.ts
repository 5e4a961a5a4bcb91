import { pinyinOf } from './pinyin-of.js';

describe('how a name is spelt', () => {
  it.each([
    ['浙江泽科环保科技有限公司', 'zhejiangzekehuanbaokejiyouxiangongsi', 'zjzkhbkjyxgs'],
    ['重庆长安ABC-2期（海口）', 'chongqingchanganabc2qihaikou', 'cqcaabc2qhk'],
    ['𠮷田Bio', 'tianbio', 'tbio'],
  ])('%s', (name, pinyin, initials) => expect(pinyinOf(name)).toMatchObject({ pinyin, initials }));

  it.each(['chengxi', 'cxzy', 'hainanchengxi', 'hncx', 'chengxizhiyaoyouxian', 'zhiyao'])(
    '海南澄溪制药有限公司 begins with %s somewhere',
    (typed) =>
      expect(
        pinyinOf('海南澄溪制药有限公司')
          .spellings.split(' ')
          .some((start) => start.startsWith(typed)),
      ).toBe(true),
  );

  it('no search begins within a legal form', () => {
    expect(pinyinOf('海南澄溪制药有限公司').spellings.split(' ')).not.toContain('youxiangongsi');
    expect(pinyinOf('有限公司').spellings).toBe('youxiangongsi yxgs');
  });
});
