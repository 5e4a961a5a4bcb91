import type { Uses } from '@crm/api-contract/parks';
import { industries, industryChains, parks } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { Answer } from '../parts/layout/Answer.js';
import { Note } from '../parts/marks/Note.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { dayOf } from '../parts/text/days.js';
import { showDecimal } from '../parts/text/numbers.js';
import { useAsk } from '../providers/useAsk.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

const routes = { parks, industries, 'industry-chains': industryChains } as const;
export type Kind = keyof typeof routes;

interface Props {
  kind: Kind;
  entry: { readonly id: string; readonly name: string; readonly version: number };
  onClose: () => void;
}

/** Closes an entry from a day on; before, it shows where the entry is used and what stays as it is. */
export function CloseDrawer({ kind, entry, onClose }: Props) {
  const translate = useTranslate();
  // The three lists close alike; the types of one stand for all.
  const { close, uses } = routes[kind] as typeof parks;
  const answer = useAsk(uses, { params: { id: entry.id } });
  const { submit, error } = useVerbForm(close, { said: translate('parks.close.said'), onDone: onClose });
  return (
    <DrawerForm
      error={error}
      title={translate('parks.close.title', { name: entry.name })}
      save={translate('parks.close.submit')}
      onClose={onClose}
      defaultValues={{ from: dayOf(new Date()), reason: '' }}
      onSubmit={(body: { from: string; reason: string }) =>
        submit({ params: { id: entry.id }, version: entry.version, body })
      }
    >
      <DayInput source="from" label={translate('parks.close.from')} validate={required()} />
      <TextInput source="reason" label={translate('parks.close.reason')} validate={required()} multiline minRows={2} />
      <Answer answer={answer} rows={3}>
        {(found) => <UsesTable uses={found} />}
      </Answer>
      <Note>{translate('parks.close.note')}</Note>
    </DrawerForm>
  );
}

function UsesTable({ uses }: { uses: Uses }) {
  const translate = useTranslate();
  if (uses.total === 0) return <p className="quiet">{translate('parks.close.unused')}</p>;
  const rows = uses.data.filter(({ count }) => count > 0).map((row) => ({ ...row, id: row.table }));
  const title = translate('parks.close.uses', { total: showDecimal(uses.total) });
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <RowsTable<(typeof rows)[number]>
        name="uses"
        label={title}
        rows={rows}
        columns={[
          {
            source: 'table',
            label: 'parks.close.where',
            cell: (row) => translate(`parks.table.${row.table}`),
          },
          { source: 'count', label: 'parks.close.count', number: true, cell: (row) => showDecimal(row.count) },
        ]}
      />
    </section>
  );
}
