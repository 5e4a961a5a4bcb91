import type { User } from '@crm/api-contract/access';
import Button from '@mui/material/Button';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Tag } from '../parts/marks/Tag.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { InstantText } from '../parts/text/DayText.js';
import { NONE } from '../parts/text/numbers.js';

/** Undefined for those who may not. */
type OnUnlock = ((user: User) => void) | undefined;

interface Moves {
  onUnlock: OnUnlock;
  onSessions: OnUnlock;
}

/** What the list of users shows. */
export const userColumns = (translate: TranslateFunction, moves: Moves): (RecordColumn<User> | false)[] => [
  {
    source: 'name',
    label: 'access.users.name',
    cell: ({ name, username }) => (
      <>
        {name} <span className="code">{username}</span>
      </>
    ),
  },
  { source: 'role', label: 'access.users.role', cell: ({ role }) => translate(`access.role.${role}`) },
  {
    source: 'departmentName',
    label: 'access.users.department',
    cell: ({ departmentName }) => departmentName ?? NONE,
  },
  {
    source: 'lockedUntil',
    label: 'access.users.state',
    heard: true,
    cell: (user) => <State user={user} {...moves} />,
  },
  moves.onSessions !== undefined && {
    source: 'id',
    label: 'access.sessions.title',
    heard: true,
    number: true,
    only: 'screen',
    cell: (user) => <Sessions user={user} {...moves} />,
  },
];

interface UserProps extends Moves {
  user: User;
}

function Sessions({ user, onSessions }: UserProps) {
  const translate = useTranslate();
  if (!onSessions) return null;
  return (
    <Button
      size="small"
      variant="text"
      aria-haspopup="dialog"
      aria-label={translate('access.sessions.of', { name: user.name })}
      onClick={() => onSessions(user)}
    >
      {translate('access.sessions.title')}
    </Button>
  );
}

function State({ user, onUnlock }: UserProps) {
  const translate = useTranslate();
  if (user.disabled) return <Tag>{translate('access.users.disabled')}</Tag>;
  if (user.lockedUntil === null) return <>{translate('access.users.open')}</>;
  return (
    <span className="row">
      <span>
        {translate('access.users.lockedUntil')} <InstantText at={user.lockedUntil} />
      </span>
      {onUnlock && (
        <Button onClick={() => onUnlock(user)} aria-label={translate('access.users.unlockSaid', { name: user.name })}>
          {translate('access.users.unlock')}
        </Button>
      )}
    </span>
  );
}

export function UserRow({ user, ...moves }: UserProps) {
  const translate = useTranslate();
  return (
    <div className="phonerow">
      <span className="row">
        <b className="strong">{user.name}</b>
        <span className="code">{user.username}</span>
        <span className="spacer" />
        <Sessions user={user} {...moves} />
      </span>
      <span>
        {translate(`access.role.${user.role}`)} · {user.departmentName ?? NONE}
      </span>
      <State user={user} {...moves} />
    </div>
  );
}
