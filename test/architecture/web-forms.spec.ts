import { filesBelow, textOf } from './source-files.js';

const WEB = 'apps/web/src/';
const FORMS = `${WEB}parts/forms/`;

/** A `<form>` of their own: two boxes for a password, which nobody keeps or asks about. */
const SIGN_IN: readonly string[] = ['access/LoginPage.tsx', 'frame/SignInAgain.tsx'];

/** Fields in no form, and why nothing typed in them can be lost. */
const WITHOUT_FORM: Readonly<Record<string, string>> = {
  'access/LoginPage.tsx': 'a password',
  'frame/SignInAgain.tsx': 'a password',
  'lights/SubjectFind.tsx': 'a search within a form',
  'parts/tables/ListFilters.tsx': 'a search; it is in the address',
  'audit/AuditList.tsx': 'a filter; it is in the address',
  'leads/DuplicateHint.tsx': 'the reason of a question, sent while typing; the form of the lead is around it',
  'progress/BatchesTab.tsx': 'a filter; it is in the address',
  'progress/CheckUpTab.tsx': 'a filter; it is in the address',
  'standards/StandardList.tsx': 'a filter; it is in the address',
  'portfolio/AsOfSelect.tsx': 'a filter; it is in the address',
  'parks/ZoneFilePage.tsx': 'a file, sent at once',
  'parks/NamesInput.tsx': 'a field of the form around it',
  'reminders/rules/RulePreview.tsx': 'a preview that nobody saves',
  'standards/WorkingDayCard.tsx': 'a calculation that nobody saves',
  'approvals/policies/PolicyPreview.tsx': 'a trial of the typed rows',
  'contract-page/form/FullProduction.tsx': 'a calculation for a field of the form around it',
  'imports/FixField.tsx': 'saved on leaving the field',
  'imports/UploadCard.tsx': 'a file, sent at once',
  'files/FilesCard.tsx': 'a file, sent at once',
  'files/EvidenceField.tsx': 'a file; a field of the form around it',
  'per-mu-classes/SheetFound.tsx': 'a file, read into the grid at once',
  'lights/EnterTable.tsx': 'the cells of EnterDrawer',
  'per-mu-classes/ValuesTable.tsx': 'the cells of ValuesGrid',
  'per-mu-classes/FormulaItem.tsx': 'the cells of FormulaDrawer',
};

const files = filesBelow(WEB, /\.tsx$/).filter(
  (path) => !path.startsWith(`${WEB}parts/fields/`) && !path.startsWith(`${WEB}showcase/`),
);
const inside = (path: string): string => path.slice(WEB.length);
const FIELD = /<(?:TextField|input|textarea|TextLine|DayBox)\b/;
/** The forms that ask before they are left, and the hook of fields without one. */
const ASKS = /<(?:GridForm|EntryForm|DrawerForm|DialogForm|PageForm|CreateDrawer)\b|\buse(?:Unsaved|Standing)\(/;

describe('the forms of apps/web', () => {
  it('are all made of the parts that ask before typed text is left', () => {
    const own = files.filter((path) => !path.startsWith(FORMS) && /<(?:form|Form|SimpleForm)\b/.test(textOf(path)));
    expect(own.map(inside).sort()).toEqual([...SIGN_IN].sort());
  });

  it('hold every field, unless nothing typed in it can be lost', () => {
    const loose = files.filter((path) => FIELD.test(textOf(path)) && !ASKS.test(textOf(path))).map(inside);
    expect(loose.filter((path) => !(path in WITHOUT_FORM))).toEqual([]);
    expect(Object.keys(WITHOUT_FORM).filter((path) => !loose.includes(path))).toEqual([]);
  });

  it('ask in one way: nobody else blocks the router, the window or react-admin', () => {
    const others = files
      .concat(filesBelow(WEB, /\.ts$/))
      .filter((path) => /useBlocker|beforeunload|warnWhenUnsavedChanges|window\.confirm/.test(textOf(path)));
    expect([...new Set(others)].map(inside)).toEqual(['parts/unsaved/LeaveQuestion.tsx']);
  });
});
