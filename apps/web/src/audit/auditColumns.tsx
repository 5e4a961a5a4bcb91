import type { AuditEntry } from '@crm/api-contract/audit';
import Button from '@mui/material/Button';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Link } from 'react-router';
import { Tag } from '../parts/marks/Tag.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { InstantText } from '../parts/text/DayText.js';
import { pageOf } from './pageOf.js';
import { subjectNamed, toldIn } from './toldIn.js';

const USER = 'user:';

/** A person leads to everything else they did. */
function By({ entry: { actor, actorName } }: { entry: AuditEntry }) {
  if (!actor.startsWith(USER)) return <span className="code">{actor.replace(/^\w+:/, '')}</span>;
  return <Link to={`/audit-entries?user=${actor.slice(USER.length)}`}>{actorName ?? actor.slice(USER.length)}</Link>;
}

/** A record leads to everything else that happened to it. */
function Record({ entry: { subject, subjectId } }: { entry: AuditEntry }) {
  const translate = useTranslate();
  const name = subjectNamed(translate, subject);
  if (subjectId === '') return <>{name}</>;
  return <Link to={`/audit-entries?subject=${subject}&record=${encodeURIComponent(subjectId)}`}>{name}</Link>;
}

/** What was done, and the record itself where it has a page. */
function What({ entry }: { entry: AuditEntry }) {
  const translate = useTranslate();
  const page = pageOf(entry);
  return (
    <>
      {toldIn(translate, entry)}
      {page !== null && (
        <>
          {' '}
          <Link to={page} aria-label={translate('audit.openSaid', { id: entry.id })}>
            {translate('audit.open')}
          </Link>
        </>
      )}
    </>
  );
}

/** What the list of entries shows. */
export const auditColumns = (
  translate: TranslateFunction,
  onShow: (id: string) => void,
): RecordColumn<AuditEntry>[] => [
  { source: 'at', label: 'audit.at', cell: ({ at }) => <InstantText at={at} /> },
  { source: 'actor', label: 'audit.by', cell: (entry) => <By entry={entry} /> },
  { source: 'kind', label: 'audit.kindLabel', cell: ({ kind }) => <Tag>{translate(`audit.kind.${kind}`)}</Tag> },
  { source: 'subject', label: 'audit.subjectLabel', cell: (entry) => <Record entry={entry} /> },
  { source: 'after', label: 'audit.what', cell: (entry) => <What entry={entry} /> },
  {
    source: 'id',
    label: 'audit.show',
    heard: true,
    only: 'screen',
    cell: ({ id }) => (
      <Button size="small" aria-label={translate('audit.showSaid', { id })} onClick={() => onShow(id)}>
        {translate('audit.show')}
      </Button>
    ),
  },
];

export function AuditRow({ entry, onShow }: { entry: AuditEntry; onShow: (id: string) => void }) {
  const translate = useTranslate();
  return (
    <div className="phonerow">
      <span className="row">
        <Tag>{translate(`audit.kind.${entry.kind}`)}</Tag>
        <By entry={entry} />
        <InstantText at={entry.at} />
      </span>
      <span>
        <Record entry={entry} /> <What entry={entry} />
      </span>
      <Button size="small" aria-label={translate('audit.showSaid', { id: entry.id })} onClick={() => onShow(entry.id)}>
        {translate('audit.show')}
      </Button>
    </div>
  );
}
