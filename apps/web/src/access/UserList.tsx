import type { User } from '@crm/api-contract/access';
import { users } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { ListPage } from '../parts/tables/ListPage.js';
import { useAddressList } from '../parts/tables/useAddressList.js';
import { useVerb } from '../verbs/useVerb.js';
import { userColumns, UserRow } from './userColumns.js';

/** 用户: who may sign in, and whom wrong passwords have locked out. */
export default function UserList() {
  const translate = useTranslate();
  const list = useAddressList(users.list, {
    resource: 'users',
    words: ['q'],
    filter: {},
    sort: { field: 'name', order: 'ASC' },
    perPage: 50,
  });
  const unlock = useVerb(users.unlock, { said: translate('access.users.unlocked') });
  const onUnlock = ({ id }: User) => unlock.mutate({ params: { id } });
  return (
    <ListPage<User>
      list={list}
      title={translate('access.users.title')}
      caption={translate('access.users.caption')}
      columns={userColumns(translate, onUnlock)}
      phoneRow={(user) => <UserRow user={user} onUnlock={onUnlock} />}
      empty={{ icon: 'search', title: translate('access.users.none'), why: translate('access.users.noneWhy') }}
    />
  );
}
