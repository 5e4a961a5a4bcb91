import type { AuditEntry } from '@crm/api-contract/audit';
import { TOLD_KINDS } from '@crm/api-contract/choices';
import { auditEntries } from '@crm/api-contract/routes';
import { useListContext, useTranslate } from 'ra-core';
import { useSearchParams } from 'react-router';
import { DayBox } from '../parts/fields/DayBox.js';
import { ListFilter, ListSearch } from '../parts/tables/ListFilters.js';
import { ListPage } from '../parts/tables/ListPage.js';
import { useAddressList } from '../parts/tables/useAddressList.js';
import { addressWith } from '../parts/text/address.js';
import { AuditDrawer } from './AuditDrawer.js';
import { AuditRow, auditColumns } from './auditColumns.js';

/** The office's days, whatever the clock of the browser. */
const begins = (day: string) => `${day}T00:00:00+08:00`;
const ends = (day: string) => `${day}T23:59:59.999+08:00`;

/** The filter of the server for the words of the address. */
function readFilter(search: URLSearchParams) {
  const [from, to] = [search.get('from'), search.get('to')];
  const given = {
    kind: TOLD_KINDS.find((kind) => kind === search.get('kind')),
    userId: search.get('user') ?? undefined,
    subject: search.get('subject') ?? undefined,
    subjectId: search.get('record') ?? undefined,
    at_gte: from ? begins(from) : undefined,
    at_lte: to ? ends(to) : undefined,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** 审计记录, newest first: who changed, read, saved or was refused what, and from where. */
export default function AuditList() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const list = useAddressList(auditEntries.list, {
    resource: 'audit-entries',
    words: ['kind', 'user', 'subject', 'record', 'from', 'to'],
    filter: readFilter(search),
    sort: { field: 'at', order: 'DESC' },
    perPage: 50,
  });
  const open = (list.data as AuditEntry[] | undefined)?.find(({ id }) => id === search.get('entry'));
  const show = (id: string | null) => setSearch(addressWith(search, { entry: id }));
  return (
    <>
      <ListPage<AuditEntry>
        list={list}
        title={translate('audit.title')}
        caption={translate('audit.caption')}
        filters={<AuditFilters />}
        columns={auditColumns(translate, show)}
        phoneRow={(entry) => <AuditRow entry={entry} onShow={show} />}
        empty={{ icon: 'audit', title: translate('audit.none'), why: translate('audit.noneWhy') }}
      />
      {open && <AuditDrawer entry={open} onClose={() => show(null)} />}
    </>
  );
}

function AuditFilters() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const setDay = (word: string, day: string) => setFilters({ ...filterValues, [word]: day === '' ? null : day });
  return (
    <>
      <ListFilter
        source="kind"
        label="audit.kindLabel"
        options={TOLD_KINDS.map((value) => ({ value, label: translate(`audit.kind.${value}`) }))}
      />
      <ListSearch source="record" placeholder={translate('audit.record')} />
      {(['from', 'to'] as const).map((word) => (
        <label className="row" key={word}>
          <span className="caption">{translate(`audit.${word}`)}</span>
          <DayBox
            className="field"
            min="2020-01-01"
            max="2100-12-31"
            value={(filterValues as Record<string, string | undefined>)[word] ?? ''}
            onChange={(day) => setDay(word, day)}
          />
        </label>
      ))}
    </>
  );
}
