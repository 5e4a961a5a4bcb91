import { checklistItems } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { ChecklistItem } from '@crm/api-contract/contracts';
import { FAIR_COMPETITION } from '@crm/domain/contracts';
import { required, useList, useTranslate, type ListControllerResult } from 'ra-core';
import { BooleanInput, TextInput } from 'react-admin';
import { useSearchParams } from 'react-router';
import { DrawerForm } from '../../parts/forms/DrawerForm.js';
import { Icon } from '../../parts/marks/Icon.js';
import { Note } from '../../parts/marks/Note.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { ListPage } from '../../parts/tables/ListPage.js';
import { pastRow } from '../../parts/tables/TableCard.js';
import { Tag } from '../../parts/marks/Tag.js';
import '../../parts/fields/entry.css';
import { useAsk } from '../../providers/useAsk.js';
import { useVerb } from '../../verbs/useVerb.js';
import { useMay } from '../../providers/abilities.js';
import { useVerbForm } from '../../verbs/useVerbForm.js';

/** 条款清单设置: what every draft with commitments must pass before it is submitted or signed. */
export default function ChecklistItemList() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const may = useMay();
  const { data, error, isPending, refetch } = useAsk(checklistItems.list, {}, { select: (answer) => answer.data });
  // There are few clauses, in an order of their own, so the route has no pages.
  const rows = useList({ resource: 'checklist-items', data, error, isPending, perPage: 200 });
  const list = { ...rows, refetch } as unknown as ListControllerResult;
  const open = search.get('item');
  const edited = data?.find(({ id }) => id === open);
  return (
    <>
      <ListPage<ChecklistItem>
        list={list}
        title={translate('contracts.clauses.title')}
        caption={translate('contracts.clauses.caption')}
        actions={
          may(checklistItems.create) && (
            <Button variant="contained" startIcon={<Icon name="plus" />} onClick={() => setSearch({ item: 'new' })}>
              {translate('contracts.clauses.add')}
            </Button>
          )
        }
        columns={itemColumns(data ?? [], (id) => setSearch({ item: id }))}
        table={{ rowSx: ({ active }) => (active ? {} : pastRow) }}
        phoneRow={(item) => (
          <div className="phonerow">
            <Name item={item} onEdit={() => setSearch({ item: item.id })} />
            <span className="row">
              <Required item={item} />
              <span className="spacer" />
              <Place items={data ?? []} item={item} />
              <Retire item={item} />
            </span>
          </div>
        )}
        empty={{ icon: 'list', title: translate('contracts.clauses.title') }}
        skeletonRows={8}
      />
      {may(edited ? checklistItems.update : checklistItems.create) && (edited ?? open === 'new') && (
        <ItemDrawer item={edited} onClose={() => setSearch({})} />
      )}
    </>
  );
}

const itemColumns = (items: readonly ChecklistItem[], onEdit: (id: string) => void): RecordColumn<ChecklistItem>[] => [
  {
    source: 'name',
    label: 'contracts.clauses.name',
    cell: (item) => <Name item={item} onEdit={() => onEdit(item.id)} />,
  },
  { source: 'required', label: 'contracts.clauses.required', cell: (item) => <Required item={item} /> },
  { source: 'position', label: 'contracts.clauses.order', cell: (item) => <Place items={items} item={item} /> },
  { source: 'active', label: 'contracts.clauses.retire', heard: true, cell: (item) => <Retire item={item} /> },
];

interface ItemProps {
  item: ChecklistItem;
}

/** In both languages; it opens the clause. */
const Name = ({ item, onEdit }: ItemProps & { onEdit: () => void }) => (
  <div>
    <button type="button" className="linkish" onClick={onEdit}>
      {item.name}
    </button>
    <div className="caption">{item.nameEn}</div>
  </div>
);

function Required({ item }: ItemProps) {
  const translate = useTranslate();
  if (item.key === FAIR_COMPETITION) return <Tag>{translate('contracts.clauses.byLaw')}</Tag>;
  return translate(item.required ? 'contracts.clauses.must' : 'contracts.clauses.may');
}

/** One place up or down. */
function Place({ items, item }: ItemProps & { items: readonly ChecklistItem[] }) {
  const translate = useTranslate();
  const may = useMay()(checklistItems.order);
  const order = useVerb(checklistItems.order, { said: translate('contracts.clauses.saved') });
  const at = items.findIndex(({ id }) => id === item.id);
  const moveTo = (to: number) => {
    const ids = items.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(at, 1));
    order.mutate({ body: { ids } });
  };
  if (!may) return null;
  return (
    <span className="nowrap">
      <IconButton
        aria-label={translate('contracts.clauses.up', { name: item.name })}
        disabled={at === 0 || order.isPending}
        onClick={() => moveTo(at - 1)}
      >
        <Icon name="up" />
      </IconButton>
      <IconButton
        aria-label={translate('contracts.clauses.down', { name: item.name })}
        disabled={at === items.length - 1 || order.isPending}
        onClick={() => moveTo(at + 1)}
      >
        <Icon name="down" />
      </IconButton>
    </span>
  );
}

/** Retired, or active again; the law requires the fair-competition review. */
function Retire({ item }: ItemProps) {
  const translate = useTranslate();
  const may = useMay()(checklistItems.update);
  const update = useVerb(checklistItems.update, { said: translate('contracts.clauses.saved') });
  if (item.key === FAIR_COMPETITION || !may) return null;
  const retire = item.active;
  return (
    <Button
      disabled={update.isPending}
      aria-label={translate(retire ? 'contracts.clauses.retireSaid' : 'contracts.clauses.reviveSaid', {
        name: item.name,
      })}
      onClick={() => update.mutate({ params: { id: item.id }, version: item.version, body: { active: !item.active } })}
    >
      {translate(retire ? 'contracts.clauses.retire' : 'contracts.clauses.revive')}
    </Button>
  );
}

function ItemDrawer({ item, onClose }: { item: ChecklistItem | undefined; onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(item ? checklistItems.update : checklistItems.create, {
    said: translate('contracts.clauses.saved'),
    onDone: onClose,
  });
  return (
    <DrawerForm
      error={error}
      title={item?.name ?? translate('contracts.clauses.add')}
      onClose={onClose}
      defaultValues={
        item
          ? { name: item.name, nameEn: item.nameEn, required: item.required }
          : { name: '', nameEn: '', required: true }
      }
      onSubmit={({ name, nameEn, required: must }: BodyAsked<typeof checklistItems.create>) => {
        const body = { name, nameEn, required: must };
        return submit(item ? { params: { id: item.id }, version: item.version, body } : { body });
      }}
    >
      <TextInput source="name" label={translate('contracts.clauses.name')} validate={required()} autoFocus />
      <TextInput source="nameEn" label={translate('contracts.clauses.nameEn')} validate={required()} />
      <BooleanInput
        source="required"
        label={translate('contracts.clauses.requiredSaid')}
        disabled={item?.key === FAIR_COMPETITION}
      />
      <Note>{translate(item?.key === FAIR_COMPETITION ? 'contracts.clauses.fairNote' : 'contracts.clauses.note')}</Note>
    </DrawerForm>
  );
}
