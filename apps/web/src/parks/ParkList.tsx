import type { Park } from '@crm/api-contract/parks';
import { parks } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { SelectArrayInput, TextInput } from 'react-admin';
import { useSearchParams } from 'react-router';
import '../parts/fields/entry.css';
import { AreaInput } from '../parts/fields/AmountInput.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { ListPage } from '../parts/tables/ListPage.js';
import { pastRow } from '../parts/tables/TableCard.js';
import { useAddressList } from '../parts/tables/useAddressList.js';
import { addressWith } from '../parts/text/address.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { useMay } from '../providers/abilities.js';
import { usePlaces } from '../reference/places.js';
import { CloseDrawer } from './CloseDrawer.js';
import { EntryDrawer, NAMES, NameFields } from './EntryDrawer.js';
import { NamesInput } from './NamesInput.js';
import { Ending, Standing } from './Standing.js';

/** 园区: /parks; ?entry=… opens one, ?close=… the question before it is closed. */
export default function ParkList() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const may = useMay();
  const list = useAddressList(parks.list, {
    resource: 'parks',
    words: [],
    filter: {},
    sort: { field: 'position', order: 'ASC' },
    perPage: 200,
  });
  const rows = (list.data ?? []) as unknown as readonly Park[];
  const go = (words: Record<string, string | null>) =>
    setSearch(addressWith(search, { entry: null, close: null, ...words }));
  const entry = search.get('entry');
  const edited = rows.find(({ id }) => id === entry);
  const closed = rows.find(({ id }) => id === search.get('close'));
  const leave = () => go({});
  return (
    <>
      <ListPage<Park>
        list={list}
        title={translate('parks.title')}
        caption={translate('parks.caption')}
        {...(may(parks.create) ? { create: { to: '/parks?entry=new', label: translate('parks.add') } } : {})}
        columns={parkColumns(go)}
        table={{ rowSx: ({ closedFrom }) => (closedFrom ? pastRow : {}) }}
        phoneRow={(park) => <PhoneRow park={park} go={go} />}
        empty={{ icon: 'grid', title: translate('parks.none'), why: translate('parks.noneWhy') }}
        skeletonRows={7}
        print={{ scope: translate('parks.title'), rule: translate('parks.caption') }}
      />
      {((entry === 'new' && may(parks.create)) || (edited && may(parks.update))) && (
        <EntryDrawer
          resource="parks"
          id={edited?.id}
          title={edited?.name ?? translate('parks.add')}
          onClose={leave}
          begin={{
            ...NAMES,
            shortName: '',
            focus: '',
            areaMu: null,
            parkClass: null,
            region: null,
            leadingIndustryIds: [],
            expansionSites: [],
          }}
        >
          <ParkFields />
        </EntryDrawer>
      )}
      {closed && may(parks.close) && <CloseDrawer kind="parks" entry={closed} onClose={leave} />}
    </>
  );
}

type Go = (words: Record<string, string | null>) => void;

const Name = ({ park, go }: { park: Park; go: Go }) => (
  <div>
    <button type="button" className="linkish strong" onClick={() => go({ entry: park.id })}>
      {park.name}
    </button>
    <div className="caption">{[park.shortName, park.focus].filter(Boolean).join('，')}</div>
  </div>
);

const parkColumns = (go: Go): RecordColumn<Park>[] => [
  {
    source: 'name',
    label: 'parks.name',
    cell: (park) => <Name park={park} go={go} />,
    printed: (park) => park.name,
  },
  { source: 'code', label: 'parks.code', cell: (park) => <span className="code">{park.code}</span> },
  { source: 'nameEn', label: 'parks.nameEn', cell: (park) => park.nameEn || NONE },
  {
    source: 'areaMu',
    label: 'parks.area',
    unit: 'parts.unit.mu',
    number: true,
    cell: ({ areaMu }) => (areaMu ? showDecimal(areaMu) : NONE),
  },
  {
    source: 'parkClass',
    label: 'parks.parkClass',
    cell: ({ parkClass, region }) => [parkClass, region].filter(Boolean).join(' · ') || NONE,
  },
  {
    source: 'expansionSites',
    label: 'parks.sites',
    cell: ({ expansionSites }) => expansionSites.join('、') || NONE,
  },
  { source: 'validFrom', label: 'parks.validity', cell: (park) => <Standing entry={park} /> },
  {
    source: 'close',
    label: 'parks.close.action',
    heard: true,
    only: 'screen',
    cell: (park) => <Ending kind="parks" entry={park} onClose={() => go({ close: park.id })} />,
  },
];

function PhoneRow({ park, go }: { park: Park; go: Go }) {
  return (
    <div className="phonerow">
      <Name park={park} go={go} />
      <span className="row">
        <span className="quiet">
          <Standing entry={park} />
        </span>
        <span className="spacer" />
        <Ending kind="parks" entry={park} onClose={() => go({ close: park.id })} />
      </span>
    </div>
  );
}

function ParkFields() {
  const translate = useTranslate();
  const { industries } = usePlaces();
  return (
    <>
      <NameFields />
      <TextInput source="shortName" label={translate('parks.shortName')} validate={required()} autoComplete="off" />
      <TextInput source="focus" label={translate('parks.focus')} multiline />
      <SelectArrayInput
        source="leadingIndustryIds"
        label={translate('parks.leading')}
        choices={[...industries]}
        optionText="name"
        translateChoice={false}
      />
      <AreaInput source="areaMu" label={translate('parks.area')} />
      <NamesInput source="expansionSites" label={translate('parks.sites')} hint={translate('parks.several')} />
      <TextInput
        source="parkClass"
        label={translate('parks.parkClass')}
        helperText={translate('parks.parkClassHint')}
        autoComplete="off"
      />
      <TextInput
        source="region"
        label={translate('parks.region')}
        helperText={translate('parks.regionHint')}
        autoComplete="off"
      />
    </>
  );
}
