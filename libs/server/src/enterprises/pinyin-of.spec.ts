import { pinyinOf } from './pinyin-of.js';

describe('how a name is spelt', () => {
  it.each([
    ['浙江泽科环保科技有限公司', 'zhejiangzekehuanbaokejiyouxiangongsi', 'zjzkhbkjyxgs'],
    ['重庆长安ABC-2期（海口）', 'chongqingchanganabc2qihaikou', 'cqcaabc2qhk'],
    ['𠮷田Bio', 'tianbio', 'tbio'],
  ])('%s', (name, pinyin, initials) => expect(pinyinOf(name)).toEqual({ pinyin, initials }));
});
