import { useTranslate } from 'ra-core';
import { useRef } from 'react';
import { Icon } from '../marks/Icon.js';
import './day.css';

export interface DayRange {
  min?: string | undefined;
  max?: string | undefined;
}

/**
 * The calendar of the browser behind a button. Only its calendar is used: the field of the browser writes a day by the
 * language of the browser, ours always as 2026-11-30.
 */
export function DayPicker({
  value,
  min,
  max,
  disabled = false,
  onPick,
}: DayRange & { value: string; disabled?: boolean; onPick: (day: string) => void }) {
  const translate = useTranslate();
  const native = useRef<HTMLInputElement>(null);
  return (
    <span className="daypick">
      <button
        type="button"
        disabled={disabled}
        aria-label={translate('parts.day.calendar')}
        onClick={(event) => {
          // Within a label the click would go on to the field.
          event.preventDefault();
          native.current?.showPicker();
        }}
      >
        <Icon name="calendar" size={16} />
      </button>
      <input
        ref={native}
        type="date"
        tabIndex={-1}
        aria-hidden
        disabled={disabled}
        value={value}
        min={min}
        max={max}
        onChange={(event) => event.target.value && onPick(event.target.value)}
      />
    </span>
  );
}
