import { enterpriseMerges, enterprises } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Enterprise } from '@crm/api-contract/enterprises';
import type { Industry, Park } from '@crm/api-contract/parks';
import type { RecordColumn } from '../parts/tables/columns.js';
import { useGetList, useListContext, useTranslate } from 'ra-core';
import { Link, useLocation, useMatch, useNavigate } from 'react-router';
import { InstantText } from '../parts/text/DayText.js';
import { ListFilter, ListSearch } from '../parts/tables/ListFilters.js';
import { ListPage } from '../parts/tables/ListPage.js';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { Tag } from '../parts/marks/Tag.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { EnterpriseForm } from './EnterpriseForm.js';
import './enterprises.css';

const ALL = { pagination: { page: 1, perPage: 200 }, sort: { field: 'position', order: 'ASC' } } as const;

/** /enterprises, and /enterprises/create with the drawer open beside it. */
export default function EnterpriseList() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { search } = useLocation();
  const creating = useMatch('/enterprises/create') !== null;
  const may = useMay();
  const mayCreate = may(enterprises.create);
  const mayMerge = may(enterpriseMerges.create);
  const create = { to: `/enterprises/create${search}`, label: translate('enterprises.new') };
  return (
    <>
      <ListPage<Enterprise>
        resource="enterprises"
        title={translate('enterprises.title')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        {...(mayCreate ? { create } : {})}
        actions={mayMerge && <Duplicates />}
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
        columns={columns}
        phoneRow={(enterprise) => <PhoneRow enterprise={enterprise} />}
      />
      {creating && <EnterpriseForm onClose={() => void navigate(`/enterprises${search}`)} />}
    </>
  );
}

const columns: readonly RecordColumn<Enterprise>[] = [
  {
    source: 'name',
    label: 'resources.enterprises.fields.name',
    sortable: true,
    cell: (one) => <Link to={`/enterprises/${one.id}/show`}>{one.name}</Link>,
  },
  {
    source: 'creditCode',
    label: 'resources.enterprises.fields.creditCode',
    cell: (one) => <CodeOrStanding firm={one} />,
  },
  {
    source: 'parkName',
    label: 'enterprises.park',
    cell: (one) => <span className="quiet">{one.parkName ?? '—'}</span>,
  },
  {
    source: 'industryName',
    label: 'enterprises.industry',
    cell: (one) => <span className="quiet">{one.industryName ?? '—'}</span>,
  },
  {
    source: 'updatedAt',
    label: 'enterprises.updated',
    number: true,
    sortable: true,
    cell: (one) => (
      <span className="quiet">
        <InstantText at={one.updatedAt} short />
      </span>
    ),
  },
];

/** Leads to the probable duplicates, if there are any. */
function Duplicates() {
  const translate = useTranslate();
  const { data } = useAsk(enterpriseMerges.candidates, {});
  if (!data || data.total === 0) return null;
  return (
    <Button component={Link} to="/enterprises/duplicates">
      {translate('enterprises.duplicates.open', { count: data.more ? `${data.total}+` : data.total })}
    </Button>
  );
}

/** The code; without one, why there is none. */
function CodeOrStanding({ firm }: { firm: Enterprise }) {
  const translate = useTranslate();
  if (firm.creditCode) return <span className="code">{firm.creditCode}</span>;
  if (firm.standing === 'registered') return '—';
  return (
    <>
      <Tag>{translate(`enterprises.standings.${firm.standing}`)}</Tag> {firm.registrationNo}
    </>
  );
}

function Views() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const { mine, incomplete, ...rest } = filterValues as { mine?: boolean; incomplete?: boolean };
  return (
    <CountTabs<'mine' | 'incomplete' | 'all'>
      label={translate('enterprises.views')}
      value={mine ? 'mine' : incomplete ? 'incomplete' : 'all'}
      onChange={(view) => setFilters(view === 'all' ? rest : { ...rest, [view]: true })}
      tabs={[
        { value: 'all', label: translate('enterprises.all') },
        { value: 'mine', label: translate('enterprises.mine') },
        { value: 'incomplete', label: translate('enterprises.incomplete') },
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
      <b className="strong ellipsis">{enterprise.name}</b>
      <span className="caption ellipsis">
        {[enterprise.parkName, enterprise.creditCode].filter(Boolean).join(' · ') || '—'}
      </span>
    </Link>
  );
}
