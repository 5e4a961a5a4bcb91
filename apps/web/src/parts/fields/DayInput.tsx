import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { FieldTitle, useInput, useTranslate, type InputProps } from 'ra-core';
import { InputHelperText } from 'react-admin';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readDay } from '../text/days.js';
import { DayPicker, type DayRange } from './DayPicker.js';

export interface DayInputProps extends Omit<InputProps, 'source'>, DayRange {
  source: string;
  helperText?: ReactNode;
}

/**
 * A day in a form, typed and shown as 2026-11-30 in every browser. The form holds a day or null, never half of one.
 * What cannot be read stays in the field and stops the save.
 */
export function DayInput({ source, helperText, min, max, ...props }: DayInputProps) {
  const translate = useTranslate();
  const typed = useRef('');
  const wrong = () => {
    const text = typed.current.trim();
    if (text === '') return undefined;
    const day = readDay(text);
    if (day === null) return { message: 'parts.day.how', args: {} };
    if (min && day < min) return { message: 'parts.day.min', args: { min } };
    if (max && day > max) return { message: 'parts.day.max', args: { max } };
    return undefined;
  };
  const own = props.validate === undefined ? [] : Array.isArray(props.validate) ? props.validate : [props.validate];
  const { id, field, fieldState, isRequired } = useInput({ source, ...props, validate: [wrong, ...own] });
  const held = typeof field.value === 'string' ? field.value : '';
  const [text, setText] = useState(held);
  const sent = useRef(held);

  // A reset, a server answer or another field changed the day beneath us: show that.
  useEffect(() => {
    if (held === sent.current) return;
    sent.current = held;
    typed.current = held;
    setText(held);
  }, [held]);

  const write = (next: string) => {
    typed.current = next;
    setText(next);
    const day = readDay(next);
    sent.current = day ?? '';
    field.onChange(day);
  };
  return (
    <TextField
      id={id}
      name={field.name}
      inputRef={field.ref}
      value={text}
      onChange={(event) => write(event.target.value)}
      onBlur={() => {
        setText(readDay(text) ?? text);
        field.onBlur();
      }}
      disabled={props.disabled ?? false}
      required={isRequired}
      label={<FieldTitle label={props.label} source={source} resource={props.resource} isRequired={false} />}
      error={fieldState.invalid}
      helperText={fieldState.invalid ? <InputHelperText error={fieldState.error?.message} /> : helperText || undefined}
      slotProps={{
        htmlInput: { inputMode: 'numeric', autoComplete: 'off', placeholder: translate('parts.day.form') },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <DayPicker
                value={readDay(text) ?? ''}
                min={min}
                max={max}
                disabled={props.disabled ?? false}
                onPick={write}
              />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
