import Button from '@mui/material/Button';
import type { Enterprise } from '@crm/api-contract/enterprises';
import type { Industry, Park } from '@crm/api-contract/parks';
import { DataTable } from 'react-admin';
import { useGetList, useListContext, useTranslate } from 'ra-core';
import { Link, useLocation, useMatch, useNavigate } from 'react-router';
import { InstantText } from '../parts/text/DayText.js';
import { ListFilter, ListSearch } from '../parts/tables/ListFilters.js';
import { ListPage } from '../parts/tables/ListPage.js';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { useCan } from '../providers/abilities.js';
import { EnterpriseForm } from './EnterpriseForm.js';
import './enterprises.css';

const ALL = { pagination: { page: 1, perPage: 200 }, sort: { field: 'position', order: 'ASC' } } as const;

/** /enterprises, and /enterprises/create with the drawer open beside it. */
export default function EnterpriseList() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { search } = useLocation();
  const creating = useMatch('/enterprises/create') !== null;
  const mayCreate = useCan('create', 'Enterprise');
  const create = { to: `/enterprises/create${search}`, label: translate('enterprises.new') };
  return (
    <>
      <ListPage
        resource="enterprises"
        title={translate('enterprises.title')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        {...(mayCreate ? { create } : {})}
        tabs={<Views />}
        filters={<Filters />}
        empty={{
          icon: 'enterprises',
          title: translate('enterprises.empty'),
          why: translate('enterprises.emptyWhy'),
          ...(mayCreate
            ? {
                action: (
                  <Button variant="contained" component={Link} to={create.to}>
                    {create.label}
                  </Button>
                ),
              }
            : {}),
        }}
        table={{ bulkActionButtons: false, rowClick: false }}
        phoneRow={(record) => <PhoneRow enterprise={record as Enterprise} />}
      >
        <DataTable.Col
          source="name"
          label="resources.enterprises.fields.name"
          render={(one: Enterprise) => <Link to={`/enterprises/${one.id}/show`}>{one.name}</Link>}
        />
        <DataTable.Col
          label="resources.enterprises.fields.creditCode"
          disableSort
          render={(one: Enterprise) => (one.creditCode ? <span className="code">{one.creditCode}</span> : '—')}
        />
        <DataTable.Col
          label="enterprises.park"
          disableSort
          render={(one: Enterprise) => <span className="t-2">{one.parkName ?? '—'}</span>}
        />
        <DataTable.Col
          label="enterprises.industry"
          disableSort
          render={(one: Enterprise) => <span className="t-2">{one.industryName ?? '—'}</span>}
        />
        <DataTable.Col
          align="right"
          source="updatedAt"
          label="enterprises.updated"
          render={(one: Enterprise) => (
            <span className="t-2">
              <InstantText at={one.updatedAt} short />
            </span>
          )}
        />
      </ListPage>
      {creating && <EnterpriseForm onClose={() => void navigate(`/enterprises${search}`)} />}
    </>
  );
}

function Views() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const { mine, ...rest } = filterValues as { mine?: boolean };
  return (
    <CountTabs<'mine' | 'all'>
      label={translate('enterprises.views')}
      value={mine ? 'mine' : 'all'}
      onChange={(view) => setFilters(view === 'mine' ? { ...rest, mine: true } : rest)}
      tabs={[
        { value: 'all', label: translate('enterprises.all') },
        { value: 'mine', label: translate('enterprises.mine') },
      ]}
    />
  );
}

function Filters() {
  const translate = useTranslate();
  const { data: parks = [] } = useGetList<Park>('parks', ALL);
  const { data: industries = [] } = useGetList<Industry>('industries', ALL);
  return (
    <>
      <ListSearch placeholder={translate('enterprises.search')} />
      <ListFilter
        source="parkId"
        label="enterprises.park"
        options={parks.map((park) => ({ value: park.id, label: park.shortName }))}
      />
      <ListFilter
        source="industryId"
        label="enterprises.industry"
        options={industries.map((industry) => ({ value: industry.id, label: industry.name }))}
      />
    </>
  );
}

function PhoneRow({ enterprise }: { enterprise: Enterprise }) {
  return (
    <Link to={`/enterprises/${enterprise.id}/show`} className="phonerow">
      <b className="b el">{enterprise.name}</b>
      <span className="t-cap el">
        {[enterprise.parkName, enterprise.creditCode].filter(Boolean).join(' · ') || '—'}
      </span>
    </Link>
  );
}
