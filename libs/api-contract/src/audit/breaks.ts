/** What verifying the trail may find, in words for people. None of them leaves the trail `intact`. */
export const BREAK_WORDS = {
  'entry-missing': { zh: '审计记录被删除', en: 'An entry was deleted' },
  'link-missing': { zh: '链上缺少一节', en: 'A link of the chain is missing' },
  order: { zh: '记录的次序被改动', en: 'Entries were moved or put in between' },
  content: { zh: '记录的内容被改动', en: 'An entry was changed' },
  head: {
    zh: '链尾与链头不符：末尾的记录被删或被加',
    en: 'The end of a chain is not its head: entries were cut off or put on',
  },
  unlinked: { zh: '有记录不在任何链上', en: 'An entry is in no chain' },
  unsealed: { zh: '记录没有用密钥封存：不是本系统写的', en: 'An entry has no seal: the product did not write it' },
  seal: { zh: '记录的封印是伪造的', en: 'The seal of an entry is forged' },
  replayed: { zh: '封印被重复使用', en: 'A seal was used again' },
  'key-unknown': { zh: '封存所用的密钥不在配置中', en: 'A seal was made with a key that is not configured' },
  'no-key': { zh: '没有配置 AUDIT_KEY，无法核验封印', en: 'AUDIT_KEY is not set, so seals cannot be checked' },
  guards: {
    zh: '审计的触发器或函数被停用或更换',
    en: 'Triggers or functions of the trail were turned off or exchanged',
  },
  'head-missing': { zh: '签名的链头缺失或被调换', en: 'A signed head is missing or out of its place' },
  'head-forged': { zh: '链头的签名不对', en: 'The signature of a head is wrong' },
  anchor: { zh: '记录与签过名的链头不符', en: 'The entries are not those whose head was signed' },
  database: { zh: '链头属于另一个数据库', en: 'A signed head belongs to another database' },
  'seals-late': {
    zh: '最近的记录还没有签名：任务进程可能停了',
    en: 'The latest entries are not signed yet: the worker may be down',
  },
  'anchors-late': { zh: '锚点缺了几天', en: 'Anchors are missing for some days' },
  'file-missing': { zh: '库外的锚点文件不在', en: 'The file of anchors outside the database is missing' },
  'file-short': { zh: '库外的锚点文件缺少内容', en: 'Heads are missing from the file outside the database' },
  'file-differs': { zh: '库外的锚点文件被改动', en: 'The file outside the database was changed' },
  older: {
    zh: '数据库比库外的锚点旧：可能被换成旧副本',
    en: 'The database is older than its anchors: it may be an old copy',
  },
  personal: { zh: '记录里的个人信息缺失或被改动', en: 'A personal value of an entry is missing or was changed' },
  segment: { zh: '已移出的分段的证明缺失或不对', en: 'The proof of a segment that left is missing or wrong' },
  'segment-file': {
    zh: '已移出的分段文件缺失或被改动',
    en: 'The file of a segment that left is missing or was changed',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

export type BreakKind = keyof typeof BREAK_WORDS;
export const BREAKS = Object.keys(BREAK_WORDS) as [BreakKind, ...BreakKind[]];
