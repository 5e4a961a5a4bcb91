import Button from '@mui/material/Button';
import { secretaries, secretaryAssignments } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Strip } from '../parts/layout/Card.js';
import { Icon } from '../parts/marks/Icon.js';
import { KeyNumber } from '../parts/marks/KeyNumber.js';
import { ListFilter } from '../parts/tables/ListFilters.js';
import { ListPage } from '../parts/tables/ListPage.js';
import { useAddressList } from '../parts/tables/useAddressList.js';
import { addressWith } from '../parts/text/address.js';
import { dayOf } from '../parts/text/days.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { AssignDrawer } from './AssignDrawer.js';
import { AssignmentRow, assignmentColumns } from './assignmentColumns.js';
import { HandOverDrawer, type Assignment } from './HandOverDrawer.js';

/** Who looks after which enterprise today, how even the load is, and two actions: assign and hand over. */
export default function SecretaryList() {
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const [search, setSearch] = useSearchParams();
  const [leaving, setLeaving] = useState<Assignment>();
  const may = useMay();
  const mayAssign = may(secretaryAssignments.assign);
  const list = useAddressList(secretaryAssignments.list, {
    resource: 'secretaries',
    words: ['secretary'],
    filter: { current: true, userId: search.get('secretary') ?? undefined },
    sort: { field: 'enterpriseName', order: 'ASC' },
    perPage: 200,
  });
  const done = (close: () => void) => () => {
    close();
    void list.refetch();
  };
  const open = () => setSearch(addressWith(search, { new: '1' }, true));
  const close = () => setSearch(addressWith(search, { new: null }, true), { replace: true });
  const handOver = may(secretaryAssignments.handOver) ? setLeaving : undefined;
  return (
    <>
      <ListPage<Assignment>
        list={list}
        title={translate('secretaries.title')}
        caption={translate('secretaries.caption')}
        actions={
          mayAssign && (
            <Button variant="contained" startIcon={<Icon name="plus" />} onClick={open}>
              {translate('secretaries.assign')}
            </Button>
          )
        }
        tabs={<Coverage />}
        filters={<SecretaryFilter />}
        columns={assignmentColumns(translate, handOver)}
        phoneRow={(row) => <AssignmentRow row={row} onHandOver={handOver} />}
        empty={{ icon: 'person', title: translate('secretaries.none'), why: translate('secretaries.noneWhy') }}
        skeletonRows={6}
      />
      {search.get('new') && mayAssign && <AssignDrawer today={today} onClose={done(close)} />}
      {leaving && <HandOverDrawer assignment={leaving} today={today} onClose={done(() => setLeaving(undefined))} />}
    </>
  );
}

/** Each with the number of their firms. */
function SecretaryFilter() {
  const { data } = useAsk(secretaries.list, { query: { perPage: 200, sort: 'name' } });
  return (
    <ListFilter
      source="secretary"
      label="secretaries.secretary"
      options={(data?.data ?? []).map(({ id, name, firms }) => ({ value: id, label: `${name} · ${firms}` }))}
    />
  );
}

function Coverage() {
  const translate = useTranslate();
  const { data } = useAsk(secretaries.coverage, {});
  if (!data) return null;
  return (
    <Strip label={translate('secretaries.title')}>
      <KeyNumber
        small
        name={translate('secretaries.firms')}
        value={data.firms}
        unit={translate('secretaries.firmsUnit')}
      />
      <KeyNumber
        small
        name={translate('secretaries.projects')}
        value={data.projects}
        unit={translate('secretaries.projectsUnit')}
      />
      <KeyNumber
        small
        name={translate('secretaries.people')}
        value={data.secretaries}
        unit={translate('secretaries.peopleUnit')}
      />
      <KeyNumber
        small
        name={translate('secretaries.each')}
        value={data.firmsEach === null ? NONE : showDecimal(data.firmsEach, 2)}
        unit={translate('secretaries.firmsUnit')}
      />
      <KeyNumber
        small
        name={translate('secretaries.withoutPrimary')}
        value={data.withoutPrimary}
        unit={translate('secretaries.firmsUnit')}
      />
    </Strip>
  );
}
