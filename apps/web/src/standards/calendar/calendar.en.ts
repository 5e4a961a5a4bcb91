import type { Twin } from '../../i18n/shape.js';
import type { calendarZh } from './calendar.zh.js';

export const calendarEn: Twin<typeof calendarZh> = {
  calendar: {
    title: 'Working calendar',
    caption:
      'What differs from Monday to Friday: days off, and weekend days that are worked. Terms in working days use it',
    missing:
      'No calendar of %{years} yet: terms in working days count Monday to Friday. Enter it when the State Council’s notice is out.',
    year: 'Year',
    notLoaded: 'Not entered yet; Monday to Friday are counted',
    source: 'Source',
    paste: 'Paste the notice',
    pasteHint:
      'Paste the whole text of the notice of the State Council. Days off and worked days are marked, and can be changed before they are saved',
    pasteText: 'Text of the notice',
    pasteUse: 'Mark the days',
    pasteNone: 'No day off or worked day was found. Paste the text of the notice',
    pasteBeside: 'The notice names days of another year too; enter them there: %{days}',
    noticeName: 'Notice of the State Council on the holidays of %{year}',
    import: 'Import from Excel',
    legend: { holiday: 'day off', 'make-up': 'worked', ordinary: 'ordinary' },
    mark: { holiday: 'off', 'make-up': 'on' },
    legendHint: 'Press a day to change it: a weekday is ordinary or off; a weekend day is ordinary, worked or off',
    month: 'Month %{month}',
    weekdays: { 1: 'Mo', 2: 'Tu', 3: 'We', 4: 'Th', 5: 'Fr', 6: 'Sa', 7: 'Su' },
    dayIs: '%{day}, %{kind}',
    dayNamed: '%{day}, %{name}, %{kind}',
    workingDays: '%{count} working day(s) in the year',
    changes: 'Changes',
    changed: '%{count} day(s) changed, working days of the year %{before} → %{after}',
    unchanged: 'Nothing changed',
    toKind: '%{before} → %{after}',
    moved: 'Terms that move',
    movedCaption: 'received from the last quarter of the year before until the end of the year',
    movedNone: 'No term moves',
    term: 'Term',
    termDays: '%{days} working day(s)',
    receipts: 'Days of receipt',
    example: 'Received, for example',
    dueBefore: 'Was due',
    dueAfter: 'Is due',
    save: 'Save the calendar of %{year}',
    saved: 'Saved; deadlines are planned anew',
    version: 'version %{version}',
    conflict: 'Another person has just saved this year. Your changes are on the page; reload to see theirs',
  },
};
