import { useTranslate } from 'ra-core';
import { useEffect, useId, useRef, useState } from 'react';
import { isWholeDay, readDay } from '../text/days.js';
import { DayPicker, type DayRange } from './DayPicker.js';
import { keys, pressed } from '../keys/keys.js';

interface Props extends DayRange {
  value: string;
  /** A day within the range, or '' where it may be left empty. */
  onChange: (day: string) => void;
  /** For a field without a label around it. */
  label?: string;
  className?: string;
  required?: boolean;
}

/** A day outside a form of react-admin, in a filter or a small panel: shown as 2026-11-30 in every browser. */
export function DayBox({ value, onChange, min, max, label, className, required = false }: Props) {
  const translate = useTranslate();
  const wrongId = useId();
  const [text, setText] = useState(value);
  const [left, setLeft] = useState(false);
  // Another day from outside resets the field.
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setText(value);
    setLeft(false);
  }

  const day = readDay(text);
  const wrong =
    text.trim() === ''
      ? null
      : day === null
        ? translate('parts.day.how')
        : min && day < min
          ? translate('parts.day.min', { min })
          : max && day > max
            ? translate('parts.day.max', { max })
            : null;
  // The browser's own check stops a form with an incomplete day.
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.setCustomValidity(wrong ?? ''), [wrong]);
  const take = (next: string) => {
    const read = readDay(next);
    if (next.trim() === '' ? value !== '' : read !== null && read !== value && !outside(read, { min, max }))
      onChange(read ?? '');
  };
  const leave = () => {
    setLeft(true);
    take(text);
    if (day !== null && wrong === null) setText(day);
  };
  return (
    <span className={['daybox', className].filter(Boolean).join(' ')}>
      <input
        ref={box}
        inputMode="numeric"
        autoComplete="off"
        placeholder={translate('parts.day.form')}
        aria-label={label}
        aria-invalid={left && wrong !== null}
        aria-describedby={left && wrong !== null ? wrongId : undefined}
        required={required}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setLeft(false);
          if (isWholeDay(event.target.value) || event.target.value === '') take(event.target.value);
        }}
        onBlur={leave}
        onKeyDown={(event) => pressed(event) === keys.enter && leave()}
      />
      <DayPicker value={day ?? ''} min={min} max={max} onPick={(next) => (setText(next), take(next))} />
      {left && wrong !== null && (
        <span id={wrongId} className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </span>
  );
}

const outside = (day: string, { min, max }: DayRange): boolean => Boolean((min && day < min) || (max && day > max));
