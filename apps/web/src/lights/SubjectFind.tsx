import { contracts, investmentProjects } from '@crm/api-contract/routes';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import type { Subject } from './useTargets.js';
import { CutNote, isCut } from '../parts/fields/CutNote.js';
import { ask } from '../providers/ask.js';

const MOST = 12;
const most = (q: string) => ({ perPage: MOST, order: 'asc', filter: { q } }) as const;

/** What can be searched; parks and the zone are always in the grid. */
type Found = Subject & { readonly subjectKind: 'project' | 'contract' };

/** Projects and signed contracts by name, enterprise or number. */
const useFound = (q: string) =>
  useQuery({
    queryKey: ['pace-subjects', q],
    enabled: q.length > 1,
    queryFn: async ({ signal }): Promise<Found[]> => {
      const [projects, signed] = await Promise.all([
        ask(investmentProjects.list, { query: { ...most(q), sort: 'name' }, signal }),
        ask(contracts.list, { query: { ...most(q), sort: 'number' }, signal }),
      ]);
      return [
        ...projects.data.map(({ id, name, enterpriseName }): Found => ({
          subjectKind: 'project',
          subjectId: id,
          name: `${enterpriseName} · ${name}`,
        })),
        ...signed.data
          .filter(({ signedOn }) => signedOn !== null)
          .map(({ id, number, enterpriseName }): Found => ({
            subjectKind: 'contract',
            subjectId: id,
            name: `${enterpriseName} · ${number}`,
          })),
      ];
    },
  });

/** Adds a project or contract to the grid; its first figures create its target. */
export function SubjectFind({ there, onFind }: { there: readonly Subject[]; onFind: (subject: Subject) => void }) {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const { data = [], isFetching } = useFound(typed.trim());
  return (
    <Autocomplete<Found>
      size="small"
      options={data.filter(
        (one) =>
          !there.some(({ subjectKind, subjectId }) => subjectKind === one.subjectKind && subjectId === one.subjectId),
      )}
      value={null}
      inputValue={typed}
      loading={isFetching}
      // The server searched more than the label, so the browser must not filter again.
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
        <TextField
          {...params}
          label={translate('lights.addSubject')}
          placeholder={translate('lights.findSubject')}
          helperText={isCut(typed) && <CutNote typed={typed} />}
        />
      )}
    />
  );
}
