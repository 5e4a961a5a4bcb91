import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { Contract, InvestmentProject } from '@crm/api-contract/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { call } from '../providers/http.js';
import type { Subject } from './useTargets.js';

const MOST = 12;
const ask = <Row,>(path: string, q: string, sort: string, signal: AbortSignal) =>
  call<{ data: Row[] }>('GET', path, undefined, {
    signal,
    query: { perPage: MOST, sort, order: 'asc', filter: JSON.stringify({ q }) },
  }).then(({ data }) => data);

/** Projects and signed contracts by what was typed: a name, a firm, a number. */
const useFound = (q: string) =>
  useQuery({
    queryKey: ['pace-subjects', q],
    enabled: q.length > 1,
    queryFn: async ({ signal }): Promise<Subject[]> => {
      const [projects, contracts] = await Promise.all([
        ask<InvestmentProject>('/investment-projects', q, 'name', signal),
        ask<Contract>('/contracts', q, 'number', signal),
      ]);
      return [
        ...projects.map(({ id, name, enterpriseName }): Subject => ({
          subjectKind: 'project',
          subjectId: id,
          name: `${enterpriseName} · ${name}`,
        })),
        ...contracts
          .filter(({ signedOn }) => signedOn !== null)
          .map(({ id, number, enterpriseName }): Subject => ({
            subjectKind: 'contract',
            subjectId: id,
            name: `${enterpriseName} · ${number}`,
          })),
      ];
    },
  });

/** A project or contract with a target of its own joins the grid: its first figures make the target. */
export function SubjectFind({ there, onFind }: { there: readonly Subject[]; onFind: (subject: Subject) => void }) {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const { data = [], isFetching } = useFound(typed.trim());
  return (
    <Autocomplete<Subject>
      size="small"
      options={data.filter(
        (one) =>
          !there.some(({ subjectKind, subjectId }) => subjectKind === one.subjectKind && subjectId === one.subjectId),
      )}
      value={null}
      inputValue={typed}
      loading={isFetching}
      // The server found them by more than their label.
      filterOptions={(found) => found}
      groupBy={({ subjectKind }) => translate(`lights.kind.${subjectKind}`)}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ subjectId }) => subjectId ?? ''}
      noOptionsText={translate(typed.trim().length > 1 ? 'lights.noSubject' : 'lights.typeSubject')}
      loadingText={translate('lights.typeSubject')}
      onInputChange={(_event, next, why) => setTyped(why === 'selectOption' ? '' : next)}
      onChange={(_event, subject) => {
        if (subject) onFind(subject);
        setTyped('');
      }}
      renderInput={(params) => (
        <TextField {...params} label={translate('lights.addSubject')} placeholder={translate('lights.findSubject')} />
      )}
    />
  );
}
