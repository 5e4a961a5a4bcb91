import type { User } from '@crm/api-contract/access';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Hint } from '../parts/marks/Hint.js';
import { Tag } from '../parts/marks/Tag.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { DayText, InstantText } from '../parts/text/DayText.js';
import { NONE } from '../parts/text/numbers.js';

/** The address of a person’s drawer, beside the same list. */
type LinkTo = (id: string) => string;

export const personColumns = (translate: TranslateFunction, linkTo: LinkTo): RecordColumn<User>[] => [
  {
    source: 'name',
    label: 'people.name',
    sortable: true,
    cell: (user) => (
      <span className="twolines">
        <Link to={linkTo(user.id)}>{user.name}</Link>
        <span className="caption code">{user.username}</span>
      </span>
    ),
    printed: ({ name, username }) => `${name} ${username}`,
  },
  {
    source: 'role',
    label: 'people.scopeAndRole',
    sortable: true,
    cell: (user) => (
      <span className="twolines">
        {translate(`access.role.${user.role}`)}
        <span className="caption">{scopeOf(translate, user)}</span>
      </span>
    ),
  },
  { source: 'departmentName', label: 'people.department', cell: ({ departmentName }) => departmentName ?? NONE },
  {
    source: 'lastSignInAt',
    label: 'people.state',
    sortable: true,
    cell: (user) => <SignInState user={user} />,
  },
];

/** 本部门; of named departments how many. */
export const scopeOf = (translate: TranslateFunction, { dataScope, departmentIds }: User): string =>
  dataScope === 'named'
    ? translate('people.namedCount', { count: departmentIds.length, smart_count: departmentIds.length })
    : translate(`people.scope.${dataScope}`);

/** When the person was here last, and what an administrator should know of the account. */
export function SignInState({ user }: { user: User }) {
  const translate = useTranslate();
  return (
    <span className="twolines">
      {user.lastSignInAt === null ? translate('people.never') : <InstantText at={user.lastSignInAt} />}
      <Remark user={user} />
    </span>
  );
}

function Remark({ user }: { user: User }) {
  const translate = useTranslate();
  const [now] = useState(() => Date.now());
  if (user.disabled) return <Tag>{translate('people.disabled')}</Tag>;
  if (user.lockedUntil !== null)
    return (
      <Hint verdict="warning">
        {translate('access.users.lockedUntil')} <InstantText at={user.lockedUntil} />
      </Hint>
    );
  if (user.lastDay !== null)
    return (
      <span className="caption">
        {translate('people.leaves')} <DayText day={user.lastDay} />
      </span>
    );
  if (user.startingUntil !== null)
    return Date.parse(user.startingUntil) < now ? (
      <Hint verdict="warning">{translate('people.expired')}</Hint>
    ) : (
      <span className="caption">
        {translate('people.until')} <InstantText at={user.startingUntil} />
      </span>
    );
  return user.idle ? <Hint verdict="warning">{translate('people.idle')}</Hint> : null;
}

export function PersonRow({ user, linkTo }: { user: User; linkTo: LinkTo }) {
  const translate = useTranslate();
  return (
    <div className="phonerow">
      <span className="row">
        <Link to={linkTo(user.id)}>
          <b className="strong">{user.name}</b>
        </Link>
        <span className="code">{user.username}</span>
        <span className="spacer" />
        {user.departmentName ?? NONE}
      </span>
      <span>
        {translate(`access.role.${user.role}`)} · {scopeOf(translate, user)}
      </span>
      <SignInState user={user} />
    </div>
  );
}
