import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../marks/Icon.js';

export interface Choice<T extends string> {
  value: T;
  label: ReactNode;
  icon?: IconName;
}

/** A choice between two to five views of the same thing. */
export function Segmented<T extends string>({
  value,
  choices,
  onChange,
  label,
}: {
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
  label: string;
}) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={value}
      aria-label={label}
      onChange={(_event, next: T | null) => next !== null && onChange(next)}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} value={choice.value}>
          {choice.icon && <Icon name={choice.icon} />}
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
