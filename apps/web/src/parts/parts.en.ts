import type { Twin } from '../i18n/shape.js';
import type { partsZh } from './parts.zh.js';

export const partsEn: Twin<typeof partsZh> = {
  parts: {
    crumbs: 'Where this page is',
    print: { action: 'Print', by: 'Printed %{at} %{name}' },
    verdict: {
      met: 'Met',
      warning: 'Warning',
      breach: 'Breach',
      'no-data': 'No data',
      'not-due': 'Not due',
      waived: 'Waived',
    },
    unit: {
      wan: 'CNY m',
      yi: 'CNY m',
      mu: 'mu',
      perMu: 'CNY m per mu',
      percent: '%',
      kb: 'KB',
      exactYuan: 'CNY %{yuan}',
    },
    money: { counts: 'million', wan: 'm', yi: 'bn', perMu: 'm per mu' },
    day: {
      form: 'yyyy-mm-dd',
      calendar: 'Open the calendar',
      how: 'Not understood. Enter a day such as 2026-11-30.',
      min: 'Not before %{min}',
      max: 'Not after %{max}',
    },
    amount: {
      howMoney: 'Not understood. Enter 39.78 for millions, or 1.2 bn, or 5,000 CNY.',
      howArea: 'Not understood. Enter 36.04, or 24,023.52 m2.',
      howNumber: 'Not understood. Enter a number such as 989.55.',
      locked: 'Locked',
    },
    gauge: {
      promised: 'Promised',
      actual: 'Actual',
      standard: 'Provincial standard',
      notSet: 'not set',
      said: 'Promised %{promised}, actual %{actual}, standard %{standard} (CNY m per mu), promised is %{percent} of the standard',
    },
    filter: { all: 'All', clear: 'Clear', cut: 'Too long: searched by the first %{most} character(s)' },
    list: {
      total: '%{total} in total',
      atLeast: '%{total} or more',
      noneMatch: 'Nothing matches',
      noneMatchWhy: 'Change the filter, or clear it to see all',
    },
    paste: {
      filled: '%{smart_count} cell pasted ||||%{smart_count} cells pasted',
      undo: 'Undo the paste',
      unread: '%{smart_count} cell is unreadable ||||%{smart_count} cells are unreadable',
    },
    join: ', ',
    and: ', ',
    waiting: 'Loading',
    error: { retry: 'Try again', trace: 'No. %{trace}' },
    unsaved: {
      title: 'Something is not saved',
      lost: 'If you leave now, what you typed is lost.',
      kept: 'If you leave now, what you typed stays on this computer as a draft. You can restore it next time.',
      stay: 'Keep editing',
      leave: 'Leave without saving',
    },
    draft: {
      of: 'There is a draft of %{at}',
      restore: 'Restore',
      discard: 'Discard',
      outdated: 'The record was changed since then: please check after restoring.',
      where:
        'Drafts are kept in the browser of this computer only: what you changed, without names and phones of contacts. Saving or signing out deletes them, at the latest seven days do.',
    },
    conflict: {
      title: 'Another person saved first',
      caption:
        '%{smart_count} field differs; what you typed is kept |||| %{smart_count} fields differ; what you typed is kept',
      field: 'Field',
      yours: 'Yours',
      theirs: 'Stored now',
      changedBy: 'Changed by',
      save: 'Save as chosen',
      back: 'Back to editing',
    },
  },
};
