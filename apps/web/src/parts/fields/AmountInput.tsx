import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { FieldTitle, useInput, useTranslate, type InputProps } from 'ra-core';
import { InputHelperText } from 'react-admin';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readArea, readMoney, readNumber, readPerMu, type Reading } from '../text/amounts.js';
import { Icon } from '../marks/Icon.js';
import { showExactly, showMoney, showSquareMetres } from '../text/numbers.js';

export interface AmountInputProps extends Omit<InputProps, 'source'> {
  source: string;
  /** Under the field, in words: 合计 15,590.90 万元，标准 300. */
  hint?: ReactNode;
  /** Sunken with a lock; the hint says how it can be changed. */
  locked?: boolean;
  autoFocus?: boolean;
}

interface Kind {
  read: (typed: string) => Reading;
  unit: string;
  /** Message key: how to write a value, shown if it was not understood. */
  how: string;
  /** The converted value, shown inside the field at the right while it differs from the typed text. */
  came: (read: Extract<Reading, { ok: true }>) => string | null;
}

/** The form holds the exact decimal in the unit of the wire; the field shows the typed text until it is left. */
function AmountInput({ source, hint, locked, autoFocus, kind, ...props }: AmountInputProps & { kind: Kind }) {
  const translate = useTranslate();
  const unreadable = (value: unknown) => {
    if (value === null || value === undefined || value === '') return undefined;
    const read = kind.read(String(value));
    if (read.ok) return undefined;
    // Not understood: say how to write it. Understood but refused (out of range, too fine): say what the rule says.
    const understood = !/^(unit\.|decimal\.format)/.test(read.code);
    return { message: understood ? `errors.${read.code}` : kind.how, args: { ...read.facts, _: translate(kind.how) } };
  };
  const own = props.validate === undefined ? [] : Array.isArray(props.validate) ? props.validate : [props.validate];
  const { id, field, fieldState, isRequired } = useInput({
    source,
    ...props,
    validate: [unreadable, ...own],
    format: (value) => value,
    parse: (value) => value,
  });
  const [text, setText] = useState<string>(
    field.value === null || field.value === undefined ? '' : String(field.value),
  );
  const lastSent = useRef<unknown>(field.value);

  // A reset, an answer of the server or the other side (per mu ↔ total) changed the value: show it.
  useEffect(() => {
    if (field.value === lastSent.current) return;
    lastSent.current = field.value;
    setText(field.value === null || field.value === undefined ? '' : String(field.value));
  }, [field.value]);

  const type = (typed: string) => {
    setText(typed);
    const read = kind.read(typed);
    const value = typed.trim() === '' ? null : read.ok ? read.value : typed;
    lastSent.current = value;
    field.onChange(value);
  };
  const leave = () => {
    const read = kind.read(text);
    if (read.ok) setText(read.value);
    field.onBlur();
  };

  const read = kind.read(text);
  const came = read.ok ? kind.came(read) : null;
  return (
    <TextField
      id={id}
      name={field.name}
      inputRef={field.ref}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      disabled={props.disabled || locked}
      autoFocus={autoFocus}
      required={isRequired}
      label={<FieldTitle label={props.label} source={source} resource={props.resource} isRequired={false} />}
      error={fieldState.invalid}
      helperText={
        fieldState.invalid || hint ? (
          fieldState.invalid ? (
            <InputHelperText error={fieldState.error?.message} />
          ) : (
            hint
          )
        ) : undefined
      }
      slotProps={{
        htmlInput: { inputMode: 'decimal', autoComplete: 'off' },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              {came ?? translate(kind.unit)}
              {locked && (
                <>
                  &nbsp;
                  <Icon name="lock" label={translate('parts.amount.locked')} />
                </>
              )}
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

const inYi = (wan: string): string | null => {
  const shown = showMoney(wan);
  return shown?.unit === 'yi' ? shown.text : null;
};

/** 万元; reads 3.2 亿, 32,000 万, 320000000 元. */
export function MoneyInput(props: AmountInputProps) {
  const translate = useTranslate();
  return (
    <AmountInput
      {...props}
      kind={{
        read: readMoney,
        unit: 'parts.unit.wan',
        how: 'parts.amount.howMoney',
        came: ({ value, converted }) =>
          converted
            ? `= ${showExactly(value)} ${translate('parts.unit.wan')}`
            : inYi(value)
              ? `${translate('parts.unit.wan')} = ${inYi(value)} ${translate('parts.unit.yi')}`
              : null,
      }}
    />
  );
}

/** 亩; reads ㎡ and 公顷. */
export function AreaInput(props: AmountInputProps) {
  const translate = useTranslate();
  return (
    <AmountInput
      {...props}
      kind={{
        read: readArea,
        unit: 'parts.unit.mu',
        how: 'parts.amount.howArea',
        came: ({ value, converted }) =>
          converted
            ? `= ${showExactly(value)} ${translate('parts.unit.mu')}`
            : `${translate('parts.unit.mu')} = ${showSquareMetres(value)} ㎡`,
      }}
    />
  );
}

/** 万元/亩. */
export function PerMuInput(props: AmountInputProps) {
  const translate = useTranslate();
  return (
    <AmountInput
      {...props}
      kind={{
        read: readPerMu,
        unit: 'parts.unit.perMu',
        how: 'parts.amount.howMoney',
        came: ({ value, converted }) => (converted ? `= ${showExactly(value)} ${translate('parts.unit.perMu')}` : null),
      }}
    />
  );
}

/** An exact number with its own unit: 人, 吨标准煤, %. */
export function ExactInput({ unit, ...props }: AmountInputProps & { unit: string }) {
  return <AmountInput {...props} kind={{ read: readNumber, unit, how: 'parts.amount.howNumber', came: () => null }} />;
}
