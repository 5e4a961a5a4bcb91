import type { MergeNotice, MergedRecord } from '@crm/api-contract/enterprises';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Note } from '../parts/marks/Note.js';

/** What a merge settles, or what an undo leaves with the winner: one sentence each. */
export function MergeNotices({ notices }: { notices: readonly MergeNotice[] }) {
  const translate = useTranslate();
  if (notices.length === 0) return null;
  return (
    <Note kind="warning">
      <ul className="mergenotices">
        {notices.map((one, index) => (
          <li key={`${one.notice}${index}`}>{said(one, translate)}</li>
        ))}
      </ul>
    </Note>
  );
}

/** What a merge fills in from the other record. */
type Filled = 'shortName' | 'parkId' | 'industryId' | 'address';

function said({ notice, facts }: MergeNotice, translate: TranslateFunction): string {
  const words = {
    ...facts,
    ...(facts.field ? { field: translate(`resources.enterprises.fields.${facts.field as Filled}`) } : {}),
    ...(facts.what ? { what: translate(`enterprises.merge.what.${facts.what as MergedRecord}`) } : {}),
    ...('from' in facts ? { days: dayRange(facts) } : {}),
  };
  return translate(`enterprises.merge.notices.${notice}`, words);
}

/** 2026-03-01 – 2026-06-30, or an open end. */
const dayRange = ({ from, to }: MergeNotice['facts']): string => `${from ?? ''} – ${to ?? ''}`.trim();
