import type { ApiKey } from '@crm/api-contract/access';
import Button from '@mui/material/Button';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Tag } from '../parts/marks/Tag.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { InstantText } from '../parts/text/DayText.js';
import { NONE } from '../parts/text/numbers.js';

/** Undefined for those who may not revoke. */
type OnRevoke = ((key: ApiKey) => void) | undefined;

/** What the list of keys shows. */
export const apiKeyColumns = (translate: TranslateFunction, onRevoke: OnRevoke): RecordColumn<ApiKey>[] => [
  {
    source: 'name',
    label: 'access.keys.name',
    cell: ({ name, hint }) => (
      <>
        {name}
        <div className="caption code">…{hint}</div>
      </>
    ),
  },
  { source: 'role', label: 'access.keys.as', cell: ({ role }) => translate(`access.role.${role}`) },
  { source: 'scope', label: 'access.keys.scope', cell: ({ scope }) => translate(`access.keys.scopes.${scope}`) },
  {
    source: 'expiresOn',
    label: 'access.keys.expires',
    cell: ({ expiresOn }) => expiresOn ?? translate('access.keys.never'),
  },
  {
    source: 'lastUsedAt',
    label: 'access.keys.lastUsed',
    cell: ({ lastUsedAt }) => (lastUsedAt ? <InstantText at={lastUsedAt} /> : NONE),
  },
  {
    source: 'createdAt',
    label: 'access.keys.madeBy',
    className: 'quiet',
    cell: ({ createdBy, createdAt }) => (
      <>
        {createdBy ?? NONE}
        <div className="caption">
          <InstantText at={createdAt} />
        </div>
      </>
    ),
  },
  {
    source: 'revokedAt',
    label: 'access.keys.revoke',
    heard: true,
    only: 'screen',
    cell: (key) => <Revoke apiKey={key} onRevoke={onRevoke} />,
  },
];

interface KeyProps {
  apiKey: ApiKey;
  onRevoke: OnRevoke;
}

function Revoke({ apiKey, onRevoke }: KeyProps) {
  const translate = useTranslate();
  if (apiKey.revokedAt !== null) return <Tag>{translate('access.keys.revoked')}</Tag>;
  if (!onRevoke) return null;
  return (
    <Button
      color="error"
      onClick={() => onRevoke(apiKey)}
      aria-label={translate('access.keys.revokeSaid', { name: apiKey.name })}
    >
      {translate('access.keys.revoke')}
    </Button>
  );
}

/** On a phone: the name, the button to revoke it, its user and purpose, and its last day. */
export function ApiKeyRow({ apiKey, onRevoke }: KeyProps) {
  const translate = useTranslate();
  return (
    <div className="phonerow">
      <span className="row">
        <b className="strong">{apiKey.name}</b>
        <span className="caption code">…{apiKey.hint}</span>
        <span className="spacer" />
        <Revoke apiKey={apiKey} onRevoke={onRevoke} />
      </span>
      <span className="quiet">
        {translate(`access.role.${apiKey.role}`)} · {translate(`access.keys.scopes.${apiKey.scope}`)}
      </span>
      <span className="quiet">
        {translate('access.keys.expires')} {apiKey.expiresOn ?? translate('access.keys.never')} ·{' '}
        {translate('access.keys.lastUsed')} {apiKey.lastUsedAt ? <InstantText at={apiKey.lastUsedAt} /> : NONE}
      </span>
      <span className="quiet">
        {translate('access.keys.madeBy')} {apiKey.createdBy ?? NONE} <InstantText at={apiKey.createdAt} />
      </span>
    </div>
  );
}
