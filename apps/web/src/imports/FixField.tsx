import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import type { ImportFault } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { call } from '../providers/http.js';

const chosenFrom = { 'park.unknown': { path: '/parks', word: 'imports.choosePark' }, 'industry.unknown': { path: '/industries', word: 'imports.chooseIndustry' } } as const;

/** The field that stands in for a cell: a choice where the zone keeps a list, else a text. Saved on Enter or on leaving it. */
export function FixField({ fault, onFix }: { fault: ImportFault; onFix: (value: string) => void }) {
  const translate = useTranslate();
  const expected = fault.code === 'uscc.check' && typeof fault.params.expected === 'string' && fault.params.position === 18 ? `${fault.value.slice(0, 17)}${fault.params.expected}` : undefined;
  const [value, setValue] = useState(fault.fix ?? '');
  const list = chosenFrom[fault.code as keyof typeof chosenFrom];
  const label = translate('imports.fixOf', { row: fault.row, column: fault.column ?? '' });
  const options = useQuery({ queryKey: ['imports', 'choices', list?.path], enabled: list !== undefined, queryFn: () => call<{ data: { id: string; name: string }[] }>('GET', list.path, undefined, { query: { perPage: 100, sort: 'position' } }), staleTime: 300_000 });
  if (list) {
    return (
      <TextField select size="small" value={value} className="fix" onChange={(event) => { setValue(event.target.value); onFix(event.target.value); }} slotProps={{ select: { displayEmpty: true }, htmlInput: { 'aria-label': label } }}>
        <MenuItem value="" disabled>{translate(list.word)}</MenuItem>
        {(options.data?.data ?? []).map(({ id, name }) => <MenuItem key={id} value={name}>{name}</MenuItem>)}
      </TextField>
    );
  }
  const save = (): void => {
    if (value.trim() !== '' && value !== (fault.fix ?? '')) onFix(value.trim());
  };
  return <TextField size="small" value={value} className="fix" placeholder={expected ?? translate('imports.fillText')} onChange={(event) => setValue(event.target.value)} onBlur={save} onKeyDown={(event) => event.key === 'Enter' && save()} slotProps={{ htmlInput: { 'aria-label': label, autoComplete: 'off' } }} />;
}
