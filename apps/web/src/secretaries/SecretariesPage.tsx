import { secretaries, secretaryAssignments } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { AnswerOf } from '@crm/api-contract/wire';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Card, PageHead, Strip } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { Icon } from '../parts/marks/Icon.js';
import { KeyNumber } from '../parts/marks/KeyNumber.js';
import { showDecimal } from '../parts/text/numbers.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useCan } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { AssignDrawer } from './AssignDrawer.js';
import { HandOverDrawer, type Assignment } from './HandOverDrawer.js';

type Listed = AnswerOf<typeof secretaryAssignments.list>;

/** Who looks after which enterprise today, how even the load is, and two actions: assign and hand over. */
export default function SecretariesPage() {
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const [search, setSearch] = useSearchParams();
  const [leaving, setLeaving] = useState<Assignment>();
  const mayAssign = useCan('assign', 'SecretaryAssignment');
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: name !== 'new' });
  };
  const filter = { current: true, userId: search.get('secretary') ?? undefined };
  const { data, error, refetch } = useAsk(
    secretaryAssignments.list,
    { query: { perPage: 200, sort: 'enterpriseName', order: 'asc', filter } },
    { placeholderData: keepPreviousData },
  );
  const people = useAsk(secretaries.list, { query: { perPage: 200, sort: 'name' } });
  const done = (close: () => void) => () => {
    close();
    void refetch();
  };
  return (
    <>
      <PageHead
        title={translate('secretaries.title')}
        caption={translate('secretaries.caption')}
        actions={
          mayAssign && (
            <Button variant="contained" startIcon={<Icon name="plus" />} onClick={() => set('new', '1')}>
              {translate('secretaries.assign')}
            </Button>
          )
        }
      />
      <Coverage />
      <div className="filters" role="search">
        <FilterSelect
          label={translate('secretaries.secretary')}
          value={search.get('secretary')}
          options={(people.data?.data ?? []).map(({ id, name, firms }) => ({ value: id, label: `${name} · ${firms}` }))}
          onChange={(value) => set('secretary', value)}
        />
      </div>
      <Card flush label={translate('secretaries.assignments')}>
        {error && !data ? (
          <ErrorSentence error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonTable rows={6} />
        ) : data.data.length === 0 ? (
          <EmptyState icon="person" title={translate('secretaries.none')} why={translate('secretaries.noneWhy')} />
        ) : (
          <Assignments rows={data.data} onHandOver={mayAssign ? setLeaving : undefined} />
        )}
      </Card>
      {search.get('new') && mayAssign && <AssignDrawer today={today} onClose={done(() => set('new', null))} />}
      {leaving && <HandOverDrawer assignment={leaving} today={today} onClose={done(() => setLeaving(undefined))} />}
    </>
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
        value={data.firmsEach === null ? '—' : showDecimal(data.firmsEach, 2)}
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

function Assignments({
  rows,
  onHandOver,
}: {
  rows: Listed['data'];
  onHandOver: ((row: Assignment) => void) | undefined;
}) {
  const translate = useTranslate();
  return (
    <ScrollX label={translate('secretaries.assignments')}>
      <table className="plain aslist">
        <thead>
          <tr>
            <th scope="col">{translate('secretaries.find')}</th>
            <th scope="col">{translate('secretaries.role')}</th>
            <th scope="col">{translate('secretaries.secretary')}</th>
            <th scope="col">{translate('secretaries.since')}</th>
            {onHandOver && <th scope="col" aria-label={translate('secretaries.handOver')} />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/enterprises/${row.enterpriseId}/show`}>{row.enterpriseName}</Link>
              </th>
              <td>{translate(`secretaries.roles.${row.role}`)}</td>
              <td>{row.userName}</td>
              <td className="nw">{row.fromDay}</td>
              {onHandOver && (
                <td className="num beside">
                  <Button size="small" variant="text" onClick={() => onHandOver(row)}>
                    {translate('secretaries.handOver')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
