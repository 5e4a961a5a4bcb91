import { keys, onKey } from '../parts/keys/keys.js';
import { industries, parks } from '@crm/api-contract/routes';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ImportFault } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { showWan } from '../parts/text/money.js';
import { showDecimal } from '../parts/text/numbers.js';
import { useAsk } from '../providers/useAsk.js';

const chosenFrom = {
  'park.unknown': { route: parks.list, word: 'imports.choosePark' },
  'industry.unknown': { route: industries.list, word: 'imports.chooseIndustry' },
} as const;

/** A possible meaning of a cell, from the check; amounts in the unit of its sentence. */
interface Choice {
  readonly value: string;
  readonly says: 'contract' | 'firm' | 'to-be-founded' | 'foreign' | 'repeated' | 'added' | 'changed';
  readonly number?: string | null;
  readonly row?: number | null;
  readonly signedOn?: string;
  readonly projectName?: string;
  readonly before?: string;
  readonly after?: string;
}

const choicesIn = ({ params }: ImportFault): readonly Choice[] =>
  Array.isArray(params.choices) ? (params.choices as Choice[]) : [];

function said(
  { value, says, number, row, signedOn, projectName, before, after }: Choice,
  code: string,
  translate: ReturnType<typeof useTranslate>,
): string {
  if (says === 'firm') return translate('imports.choice.firm', { name: value });
  if (says === 'to-be-founded' || says === 'foreign') return translate(`imports.choice.${says}`);
  const amount = (value = '0') =>
    code === 'supplement.promise-which' ? showWan(translate, value) : showDecimal(value);
  if (says !== 'contract')
    return translate(`imports.choice.${says}`, {
      before: amount(before),
      after: amount(after),
    });
  return translate('imports.choice.contract', {
    contract: number ?? translate('imports.choice.row', { row }),
    signedOn,
    project: projectName,
  });
}

/** The field that replaces a cell: a select if the zone has a list, otherwise text. Saved on Enter or on leaving it. */
export function FixField({ fault, onFix }: { fault: ImportFault; onFix: (value: string) => void }) {
  const translate = useTranslate();
  const expected =
    fault.code === 'uscc.check' && typeof fault.params.expected === 'string' && fault.params.position === 18
      ? `${fault.value.slice(0, 17)}${fault.params.expected}`
      : undefined;
  const [value, setValue] = useState(fault.fix ?? '');
  const list = chosenFrom[fault.code as keyof typeof chosenFrom];
  const label = translate('imports.fixOf', { row: fault.row, column: fault.column ?? '' });
  const options = useAsk(
    list?.route ?? parks.list,
    { query: { perPage: 100, sort: 'position' } },
    { enabled: list !== undefined, staleTime: 300_000 },
  );
  if (list) {
    return (
      <TextField
        select
        size="small"
        value={value}
        className="fix"
        onChange={(event) => {
          setValue(event.target.value);
          onFix(event.target.value);
        }}
        slotProps={{ select: { displayEmpty: true }, htmlInput: { 'aria-label': label } }}
      >
        <MenuItem value="" disabled>
          {translate(list.word)}
        </MenuItem>
        {(options.data?.data ?? []).map(({ id, name }) => (
          <MenuItem key={id} value={name}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  const choices = choicesIn(fault);
  if (choices.length > 0) {
    return (
      <TextField
        select
        size="small"
        value={choices.some((one) => one.value === value) ? value : ''}
        className="fix chosen"
        onChange={(event) => {
          setValue(event.target.value);
          onFix(event.target.value);
        }}
        slotProps={{
          select: { displayEmpty: true },
          htmlInput: {
            'aria-label': fault.column === null ? translate('imports.chooseOf', { row: fault.row }) : label,
          },
        }}
      >
        <MenuItem value="" disabled>
          {translate(fault.code === 'supplement.which' ? 'imports.chooseContract' : 'imports.chooseMeaning')}
        </MenuItem>
        {choices.map((choice) => (
          <MenuItem key={choice.value} value={choice.value} className="choice">
            {said(choice, fault.code, translate)}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  const save = (): void => {
    if (value.trim() !== '' && value !== (fault.fix ?? '')) onFix(value.trim());
  };
  return (
    <TextField
      size="small"
      value={value}
      className="fix"
      placeholder={expected ?? translate('imports.fillText')}
      onChange={(event) => setValue(event.target.value)}
      onBlur={save}
      onKeyDown={onKey({ [keys.enter]: save })}
      slotProps={{ htmlInput: { 'aria-label': label, autoComplete: 'off' } }}
    />
  );
}
