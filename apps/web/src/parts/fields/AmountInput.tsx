import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { FieldTitle, useInput, useTranslate, type InputProps } from 'ra-core';
import { InputHelperText } from 'react-admin';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readArea, readMillionsPerMu, readMoneyIn, readNumber, readPerMu, type Reading } from '../text/amounts.js';
import { Icon } from '../marks/Icon.js';
import { moneyIn, countsMillions, millionsFromWan } from '../text/money.js';
import { showExactly, showSquareMetres } from '../text/numbers.js';

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
  /** The value of the wire as the field writes it. */
  write?: (value: string) => string;
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
  /** A value of the wire as it is written here; what could not be read stays as it was typed. */
  const written = (value: unknown): string => {
    if (value === null || value === undefined) return '';
    return kind.write && /^\d+(\.\d+)?$/.test(String(value)) ? kind.write(String(value)) : String(value);
  };
  const [text, setText] = useState<string>(written(field.value));
  const lastSent = useRef<unknown>(field.value);

  // A reset, an answer of the server or the other side (per mu ↔ total) changed the value: show it.
  useEffect(() => {
    if (field.value === lastSent.current) return;
    lastSent.current = field.value;
    setText(written(field.value));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a changed value is written anew
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
    if (read.ok) setText(written(read.value));
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

/** 万元, in English CNY m; reads 3.2 亿, 32,000 万, 320000000 元, 1.2 bn. */
export function MoneyInput(props: AmountInputProps) {
  const translate = useTranslate();
  const unit = translate('parts.unit.wan');
  const millions = countsMillions(translate);
  return (
    <AmountInput
      {...props}
      kind={{
        read: readMoneyIn(translate),
        ...(millions ? { write: millionsFromWan } : {}),
        unit: 'parts.unit.wan',
        how: 'parts.amount.howMoney',
        came: ({ value, converted }) => {
          if (converted) return `= ${showExactly(millions ? millionsFromWan(value) : value)} ${unit}`;
          const { text, unit: large } = moneyIn(translate, value)!;
          return large === translate('parts.money.yi') ? `${unit} = ${text} ${large}` : null;
        },
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

/** 万元/亩, in English CNY m per mu. */
export function PerMuInput(props: AmountInputProps) {
  const translate = useTranslate();
  const millions = countsMillions(translate);
  return (
    <AmountInput
      {...props}
      kind={{
        read: millions ? readMillionsPerMu : readPerMu,
        ...(millions ? { write: millionsFromWan } : {}),
        unit: 'parts.unit.perMu',
        how: 'parts.amount.howMoney',
        came: ({ value, converted }) =>
          converted
            ? `= ${showExactly(millions ? millionsFromWan(value) : value)} ${translate('parts.unit.perMu')}`
            : null,
      }}
    />
  );
}

/** An exact number with its own unit: 人, 吨标准煤, %. */
export function ExactInput({ unit, ...props }: AmountInputProps & { unit: string }) {
  return <AmountInput {...props} kind={{ read: readNumber, unit, how: 'parts.amount.howNumber', came: () => null }} />;
}
