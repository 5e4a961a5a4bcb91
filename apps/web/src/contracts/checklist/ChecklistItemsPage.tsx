import { checklistItems } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { ChecklistItem } from '@crm/api-contract/contracts';
import { FAIR_COMPETITION } from '@crm/domain/contracts';
import { required, useTranslate } from 'ra-core';
import { BooleanInput, TextInput } from 'react-admin';
import { useSearchParams } from 'react-router';
import { Card, PageHead } from '../../parts/layout/Card.js';
import { DrawerForm } from '../../parts/forms/DrawerForm.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { Icon } from '../../parts/marks/Icon.js';
import { Note } from '../../parts/marks/Note.js';
import { ScrollX } from '../../parts/tables/ScrollX.js';
import { Tag } from '../../parts/marks/Tag.js';
import { SkeletonTable } from '../../parts/layout/Waiting.js';
import '../../parts/fields/entry.css';
import { useAsk } from '../../providers/useAsk.js';
import { useVerb } from '../../verbs/useVerb.js';
import { useVerbForm } from '../../verbs/useVerbForm.js';
import './clauselist.css';

/** 条款清单设置: what every draft with commitments must pass before it is submitted or signed. */
export default function ChecklistItemsPage() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useAsk(checklistItems.list, {}, { select: (answer) => answer.data });
  const open = search.get('item');
  const edited = data?.find(({ id }) => id === open);
  return (
    <>
      <PageHead
        title={translate('contracts.clauses.title')}
        caption={translate('contracts.clauses.caption')}
        actions={
          <Button variant="contained" startIcon={<Icon name="plus" />} onClick={() => setSearch({ item: 'new' })}>
            {translate('contracts.clauses.add')}
          </Button>
        }
      />
      <Card flush label={translate('contracts.clauses.title')}>
        {error && !data ? (
          <ErrorSentence error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonTable rows={8} />
        ) : (
          <Items items={data} onEdit={(id) => setSearch({ item: id })} />
        )}
      </Card>
      {(edited ?? open === 'new') && <ItemDrawer item={edited} onClose={() => setSearch({})} />}
    </>
  );
}

function Items({ items, onEdit }: { items: readonly ChecklistItem[]; onEdit: (id: string) => void }) {
  const translate = useTranslate();
  const said = translate('contracts.clauses.saved');
  const order = useVerb(checklistItems.order, { said });
  const update = useVerb(checklistItems.update, { said });
  const pending = order.isPending || update.isPending;
  const moved = (from: number, to: number) => {
    const ids = items.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    order.mutate({ body: { ids } });
  };
  return (
    <ScrollX label={translate('contracts.clauses.title')}>
      <table className="plain clauselist">
        <thead>
          <tr>
            <th scope="col">{translate('contracts.clauses.name')}</th>
            <th scope="col">{translate('contracts.clauses.required')}</th>
            <th scope="col">{translate('contracts.clauses.order')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {items.map((item, at) => (
            <tr key={item.id} className={item.active ? undefined : 'past'}>
              <th scope="row">
                <button type="button" className="linkish" onClick={() => onEdit(item.id)}>
                  {item.name}
                </button>
                <div className="t-cap">{item.nameEn}</div>
              </th>
              <td>
                {item.key === FAIR_COMPETITION ? (
                  <Tag>{translate('contracts.clauses.byLaw')}</Tag>
                ) : (
                  translate(item.required ? 'contracts.clauses.must' : 'contracts.clauses.may')
                )}
              </td>
              <td>
                <IconButton
                  aria-label={translate('contracts.clauses.up', { name: item.name })}
                  disabled={at === 0 || pending}
                  onClick={() => moved(at, at - 1)}
                >
                  <Icon name="up" />
                </IconButton>
                <IconButton
                  aria-label={translate('contracts.clauses.down', { name: item.name })}
                  disabled={at === items.length - 1 || pending}
                  onClick={() => moved(at, at + 1)}
                >
                  <Icon name="down" />
                </IconButton>
              </td>
              <td>
                {item.key !== FAIR_COMPETITION && (
                  <Button
                    disabled={pending}
                    aria-label={translate(
                      item.active ? 'contracts.clauses.retireSaid' : 'contracts.clauses.reviveSaid',
                      { name: item.name },
                    )}
                    onClick={() =>
                      update.mutate({
                        params: { id: item.id },
                        version: item.version,
                        body: { active: !item.active },
                      })
                    }
                  >
                    {translate(item.active ? 'contracts.clauses.retire' : 'contracts.clauses.revive')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
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
