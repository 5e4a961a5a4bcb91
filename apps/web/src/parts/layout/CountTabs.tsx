import Tab from '@mui/material/Tab';
import MuiTabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';

/** Saved views, or parts of a record, each with its count. */
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
              {tab.count !== undefined && <span className="count">{tab.count}</span>}
            </span>
          }
        />
      ))}
    </MuiTabs>
  );
}
