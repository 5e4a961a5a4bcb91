import type { User } from '@crm/api-contract/access';
import { ROLES } from '@crm/api-contract/permissions';
import { users } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { ListFilter, ListSearch } from '../parts/tables/ListFilters.js';
import { ListPage } from '../parts/tables/ListPage.js';
import { useAddressList } from '../parts/tables/useAddressList.js';
import { addressWith } from '../parts/text/address.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { DepartmentCreate } from './DepartmentCreate.js';
import { DepartmentDrawer } from './DepartmentDrawer.js';
import { DepartmentTree } from './DepartmentTree.js';
import { PersonCreate } from './PersonCreate.js';
import { PersonDrawer } from './PersonDrawer.js';
import { PersonEdit } from './PersonEdit.js';
import { personColumns, PersonRow } from './personColumns.js';
import { SecretShown, type WithSecret } from './SecretShown.js';
import { useDepartments } from './useDepartments.js';
import './people.css';

/** The saved views; each is a filter of the server. */
const TABS = {
  enabled: { disabled: false },
  idle: { idle: true },
  waiting: { waiting: true },
  locked: { locked: true },
  disabled: { disabled: true },
} as const;
type TabName = keyof typeof TABS;
const tabNames = Object.keys(TABS) as TabName[];

/** 人员与部门: the tree, the people in it, and one person or department in the drawer. Its state is in the URL. */
export default function PeoplePage() {
  const translate = useTranslate();
  const may = useMay();
  const { pathname } = useLocation();
  const [search, setSearch] = useSearchParams();
  const departments = useDepartments();
  const counts = useAsk(users.counts, {}).data;
  const [made, setMade] = useState<WithSecret | null>(null);
  const word = (name: string) => search.get(name) ?? undefined;
  const tab = tabNames.find((one) => one === word('tab')) ?? 'enabled';
  const role = ROLES.find((one) => one === word('role'));
  const list = useAddressList(users.list, {
    resource: 'users',
    words: ['q', 'role'],
    filter: { ...TABS[tab], q: word('q'), role, branchId: word('branch') },
    sort: { field: 'name', order: 'ASC' },
    sorts: ['name', 'role', 'lastSignInAt'],
    perPage: 50,
  });
  const go = (change: Readonly<Record<string, string | null>>, keepPage = true) =>
    setSearch((before) => addressWith(before, change, keepPage));
  const linkTo = (id: string) => `${pathname}?${addressWith(search, { person: id }, true)}`;
  const close = () => go({ person: null, edit: null, department: null, new: null });
  const [personId, departmentId] = [word('person'), word('department')];
  const create = { to: `${pathname}?${addressWith(search, { new: 'person' }, true)}`, label: translate('people.add') };
  return (
    <>
      <div className="peoplepage">
        <DepartmentTree
          of={departments}
          value={word('branch') ?? null}
          onChoose={(branch) => go({ branch }, false)}
          onAdd={() => go({ new: 'department' })}
          onEdit={(id) => go({ department: id })}
        />
        <div>
          <ListPage<User>
            list={list}
            title={translate('people.title')}
            caption={translate('people.caption')}
            {...(may(users.create) ? { create } : {})}
            tabs={
              <CountTabs
                label={translate('people.tabs')}
                value={tab}
                onChange={(next) => go({ tab: next === 'enabled' ? null : next }, false)}
                tabs={tabNames.map((value) => ({
                  value,
                  label: translate(`people.tab.${value}`),
                  ...(counts ? { count: counts[value] } : {}),
                }))}
              />
            }
            filters={
              <>
                <ListSearch placeholder={translate('people.search')} />
                <ListFilter
                  source="role"
                  label="people.role"
                  options={ROLES.map((value) => ({ value, label: translate(`access.role.${value}`) }))}
                />
              </>
            }
            columns={personColumns(translate, linkTo)}
            phoneRow={(user) => <PersonRow user={user} linkTo={linkTo} />}
            empty={{ icon: 'person', title: translate('people.none'), why: translate('people.noneWhy') }}
          />
        </div>
      </div>
      {word('new') === 'person' && may(users.create) && (
        <PersonCreate departments={departments.tree} onMade={setMade} onClose={close} />
      )}
      {word('new') === 'department' && (
        <DepartmentCreate tree={departments.tree} parentId={word('branch') ?? null} onClose={close} />
      )}
      {departmentId && <DepartmentDrawer of={departments} id={departmentId} onClose={close} />}
      {personId && word('edit') === undefined && (
        <PersonDrawer
          id={personId}
          departments={departments.tree}
          onEdit={() => go({ edit: '1' })}
          onSecret={setMade}
          onClose={close}
        />
      )}
      {personId && word('edit') !== undefined && may(users.update) && (
        <PersonEdit id={personId} departments={departments.tree} onClose={() => go({ edit: null })} />
      )}
      {made && <SecretShown made={made} onClose={() => setMade(null)} />}
    </>
  );
}
