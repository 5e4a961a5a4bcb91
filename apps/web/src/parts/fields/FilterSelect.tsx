import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { Icon } from '../marks/Icon.js';

export interface FilterOption {
  value: string;
  label: string;
}

interface FilterSelectProps {
  label: string;
  /** null: no filter. */
  value: string | null;
  options: readonly FilterOption[];
  onChange: (value: string | null) => void;
  /** The text without a filter: 全部 7 个. */
  all?: string;
  /** A filter that always has a value (考核年) has no “all” and is never highlighted. */
  always?: boolean;
}

/** A filter of a list or dashboard: 32 px, “园区 全部 7 个 ⌄”; highlighted while it filters. */
export function FilterSelect({ label, value, options, onChange, all, always = false }: FilterSelectProps) {
  const translate = useTranslate();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const chosen = options.find((option) => option.value === value);
  const pick = (next: string | null) => {
    setAnchor(null);
    onChange(next);
  };
  return (
    <>
      <button
        type="button"
        id={id}
        className={value !== null && !always ? 'field on' : 'field'}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className="label">{label}</span>
        {chosen?.label ?? value ?? all ?? translate('parts.filter.all')}
        <Icon name="down" />
      </button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': id } }}
      >
        {!always && (
          <MenuItem selected={value === null} onClick={() => pick(null)}>
            {all ?? translate('parts.filter.all')}
          </MenuItem>
        )}
        {options.map((option) => (
          <MenuItem key={option.value} selected={option.value === value} onClick={() => pick(option.value)}>
            {option.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
