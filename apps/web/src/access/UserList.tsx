import type { User } from '@crm/api-contract/access';
import { userSessions, users } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { useSearchParams } from 'react-router';
import { ListPage } from '../parts/tables/ListPage.js';
import { useAddressList } from '../parts/tables/useAddressList.js';
import { useMay } from '../providers/abilities.js';
import { addressWith } from '../parts/text/address.js';
import { useVerb } from '../verbs/useVerb.js';
import { SessionsDrawer } from './SessionsDrawer.js';
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
  const may = useMay();
  const onUnlock = may(users.unlock) ? ({ id }: User) => unlock.mutate({ params: { id } }) : undefined;
  const [search, setSearch] = useSearchParams();
  const show = (id: string | null) => setSearch(addressWith(search, { sessions: id }, true));
  const onSessions = may(userSessions.list) ? ({ id }: User) => show(id) : undefined;
  const shown = list.data?.find(({ id }) => id === search.get('sessions'));
  return (
    <>
      <ListPage<User>
        list={list}
        title={translate('access.users.title')}
        caption={translate('access.users.caption')}
        columns={userColumns(translate, { onUnlock, onSessions })}
        phoneRow={(user) => <UserRow user={user} onUnlock={onUnlock} onSessions={onSessions} />}
        empty={{ icon: 'search', title: translate('access.users.none'), why: translate('access.users.noneWhy') }}
      />
      {shown && onSessions && <SessionsDrawer user={shown} onClose={() => show(null)} />}
    </>
  );
}
