import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Tab from '@mui/material/Tab';
import MuiTabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.js';
import type { Verdict } from './verdict.js';
import { VerdictGlyph } from './VerdictGlyph.js';

export const Kbd = ({ children }: { children: ReactNode }) => <kbd aria-hidden>{children}</kbd>;
export const Tag = ({ children }: { children: ReactNode }) => <span className="tag">{children}</span>;

/** A wide table on a narrow screen: it scrolls by itself, by keyboard too. */
export const ScrollX = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="scrollx" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);

/** A remark in the flow of a page: plain, w(arning), e(rror), a(ccent). */
export function Note({ kind, children }: { kind?: 'w' | 'e' | 'a'; children: ReactNode }) {
  return (
    <div className={kind ? `note ${kind}` : 'note'} role={kind === 'e' ? 'alert' : 'note'}>
      <Icon name={kind === 'w' || kind === 'e' ? 'alert' : 'info'} />
      <div>{children}</div>
    </div>
  );
}

/** Under a field: glyph and sentence in the ink of a verdict. */
export function Hint({ verdict, children }: { verdict: Verdict; children: ReactNode }) {
  return (
    <span className={`hint ${verdict}`}>
      <VerdictGlyph verdict={verdict} size={11} />
      {children}
    </span>
  );
}

export interface Choice<T extends string> {
  value: T;
  label: ReactNode;
  icon?: IconName;
}

/** One of two to five ways to see the same thing. */
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

/** Saved views or parts of a record, each with its count. */
export function CountTabs<T extends string>({
  value,
  tabs,
  onChange,
  label,
}: {
  value: T;
  tabs: readonly { value: T; label: ReactNode; count?: number | string }[];
  onChange: (value: T) => void;
  label: string;
}) {
  return (
    <MuiTabs
      className="tabs"
      value={value}
      onChange={(_event, next: T) => onChange(next)}
      aria-label={label}
      variant="scrollable"
      scrollButtons={false}
      sx={{ mb: 3 }}
    >
      {tabs.map((tab) => (
        <Tab
          key={tab.value}
          value={tab.value}
          label={
            <span>
              {tab.label}
              {tab.count !== undefined && <span className="c">{tab.count}</span>}
            </span>
          }
        />
      ))}
    </MuiTabs>
  );
}
