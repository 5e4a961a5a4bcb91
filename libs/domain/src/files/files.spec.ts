import { kindClaimed, nameAsKind } from './file-kinds.js';
import { fileNameOf } from './file-name.js';

const answerOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('the name of a file', () => {
  it.each([
    ['C:\\扫描件\\合同.pdf', '合同.pdf'],
    ['../../etc/合同.pdf', '合同.pdf'],
    ['..\\..\\a.pdf', 'a.pdf'],
    ['  合同 扫描.pdf ', '合同扫描.pdf'],
    ['𠮷.pdf', '𠮷.pdf'],
  ])('%p is kept as %p', (sent, kept) => expect(fileNameOf(sent)).toBe(kept));

  it.each(['', 'a/', 'a\u0000.pdf', 'cod\u202Efdp.exe', `${'长'.repeat(201)}.pdf`, 'a\n.pdf'])(
    '%p is refused',
    (sent) => expect(answerOf(() => fileNameOf(sent))).toBe('upload.name'),
  );
});

describe('the name of a file that is of another kind', () => {
  it.each([
    ['现场.pdf', 'jpeg', '现场.jpg'],
    ['现场.JPEG', 'jpeg', '现场.JPEG'],
    ['现场', 'png', '现场.png'],
    ['合同.v2.doc', 'docx', '合同.v2.docx'],
  ] as const)('%s, really %s, is kept as %s', (name, kind, kept) => expect(nameAsKind(name, kind)).toBe(kept));
});

describe('the kind a name claims', () => {
  it.each([
    ['合同.PDF', 'pdf'],
    ['a.jpeg', 'jpeg'],
    ['b.jpg', 'jpeg'],
    ['表.xlsx', 'xlsx'],
    ['a.exe.pdf', 'pdf'],
  ])('%p: %s', (name, kind) => expect(kindClaimed(name)).toBe(kind));
  it.each(['a.html', 'a.svg', 'a.exe', 'a.pdf.exe', 'a.xlsm', 'a.docm', 'a.xls', 'pdf', 'a.pdf.', 'a.js', '.htaccess'])(
    '%p is not taken',
    (name) => expect(answerOf(() => kindClaimed(name))).toBe('file.type'),
  );
});
