import { required, type RaRecord } from 'ra-core';
import { useState, type ReactNode } from 'react';
import { AutocompleteInput, ReferenceInput } from 'react-admin';
import { CutNote, isCut } from './CutNote.js';

interface FindInputProps<Found extends RaRecord> {
  source: string;
  /** The resource to choose from; `filter` narrows it. */
  reference: string;
  filter?: Record<string, unknown>;
  label: string;
  nameOf?: (found: Found) => string;
  hint?: ReactNode;
}

/** Chooses a record by searching for it on the server: an enterprise, a person. */
export function FindInput<Found extends RaRecord>({
  source,
  reference,
  filter = {},
  label,
  nameOf,
  hint,
}: FindInputProps<Found>) {
  const [typed, setTyped] = useState('');
  return (
    <ReferenceInput
      source={source}
      reference={reference}
      filter={filter}
      perPage={20}
      sort={{ field: 'name', order: 'ASC' }}
    >
      <AutocompleteInput
        optionText={nameOf ? (found?: Found) => (found ? nameOf(found) : '') : 'name'}
        label={label}
        filterToQuery={(q: string) => (q.trim() === '' ? {} : { q: q.trim() })}
        onInputChange={(_event, text) => setTyped(text)}
        helperText={isCut(typed) ? <CutNote typed={typed} /> : (hint ?? false)}
        validate={required()}
      />
    </ReferenceInput>
  );
}
