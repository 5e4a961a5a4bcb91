import TextField from '@mui/material/TextField';
import { FieldTitle, useInput, type InputProps } from 'ra-core';
import { InputHelperText } from 'react-admin';
import { useState } from 'react';

const namesIn = (typed: string): string[] =>
  typed
    .split(/[、，,;；\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** Several names in one field, separated as people write them. The form holds a list. */
export function NamesInput({ source, label, hint }: Pick<InputProps, 'label'> & { source: string; hint: string }) {
  const { id, field, fieldState } = useInput({ source, defaultValue: [] });
  const [text, setText] = useState(() => ((field.value as readonly string[] | null) ?? []).join('、'));
  return (
    <TextField
      id={id}
      name={field.name}
      inputRef={field.ref}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        field.onChange(namesIn(event.target.value));
      }}
      onBlur={field.onBlur}
      label={<FieldTitle label={label} source={source} isRequired={false} />}
      error={fieldState.invalid}
      helperText={fieldState.invalid ? <InputHelperText error={fieldState.error?.message} /> : hint}
      autoComplete="off"
    />
  );
}
