import type { ReactNode } from 'react';
import './entry.css';

/** A label above a field outside a react-admin form; * if it is required. */
export const FieldLine = ({
  label,
  must = false,
  children,
}: {
  label: string;
  must?: boolean;
  children: ReactNode;
}) => (
  <label className="fieldline">
    <span className="caption">
      {label}
      {must && ' *'}
    </span>
    {children}
  </label>
);

interface TextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  must?: boolean;
  maxLength?: number;
  placeholder?: string;
  autoFocus?: boolean;
}

/** One line of text: a reason, a source. */
export const TextLine = ({
  label,
  value,
  onChange,
  must = true,
  maxLength = 500,
  placeholder,
  autoFocus,
}: TextProps) => (
  <FieldLine label={label} must={must}>
    <input
      className="field"
      required={must}
      maxLength={maxLength}
      placeholder={placeholder}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </FieldLine>
);
