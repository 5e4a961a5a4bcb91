import type { User } from '@crm/api-contract/access';
import Button from '@mui/material/Button';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Tag } from '../parts/marks/Tag.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { InstantText } from '../parts/text/DayText.js';
import { NONE } from '../parts/text/numbers.js';

/** What the list of users shows. */
export const userColumns = (translate: TranslateFunction, onUnlock: (user: User) => void): RecordColumn<User>[] => [
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
    cell: (user) => <State user={user} onUnlock={onUnlock} />,
  },
];

interface UserProps {
  user: User;
  onUnlock: (user: User) => void;
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
      <Button onClick={() => onUnlock(user)} aria-label={translate('access.users.unlockSaid', { name: user.name })}>
        {translate('access.users.unlock')}
      </Button>
    </span>
  );
}

export function UserRow({ user, onUnlock }: UserProps) {
  const translate = useTranslate();
  return (
    <div className="phonerow">
      <span className="row">
        <b className="strong">{user.name}</b>
        <span className="code">{user.username}</span>
      </span>
      <span>
        {translate(`access.role.${user.role}`)} · {user.departmentName ?? NONE}
      </span>
      <State user={user} onUnlock={onUnlock} />
    </div>
  );
}
