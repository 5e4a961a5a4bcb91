import { useListContext, useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { CutNote } from '../fields/CutNote.js';
import { FilterSelect, type FilterOption } from '../fields/FilterSelect.js';
import { Icon } from '../marks/Icon.js';

/** One filter of the surrounding list, stored in the URL. */
export function ListFilter({
  source,
  label,
  options,
  all,
}: {
  source: string;
  label: string;
  options: readonly FilterOption[];
  all?: string;
}) {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const value = (filterValues as Record<string, unknown>)[source];
  const choose = (next: string | null) => {
    const { [source]: _before, ...rest } = filterValues as Record<string, unknown>;
    setFilters(next === null ? rest : { ...rest, [source]: next });
  };
  return (
    <FilterSelect
      label={translate(label, { _: label })}
      value={typeof value === 'string' ? value : null}
      options={options}
      onChange={choose}
      all={all}
    />
  );
}

/** Waits for a pause in typing before it asks. */
const PAUSE_MS = 250;

/** Text search of the surrounding list (`q`): name, initials, code. */
export function ListSearch({ placeholder, source = 'q' }: { placeholder: string; source?: string }) {
  const { filterValues, setFilters } = useListContext();
  const current = String((filterValues as Record<string, unknown>)[source] ?? '');
  const [typed, setTyped] = useState({ text: current, from: current });
  // The URL has changed elsewhere (cleared, back button): show its value.
  if (typed.from !== current) setTyped({ text: current, from: current });
  useEffect(() => {
    const text = typed.text.trim();
    if (text === current) return;
    const timer = setTimeout(() => {
      const { [source]: _before, ...rest } = filterValues as Record<string, unknown>;
      setFilters(text === '' ? rest : { ...rest, [source]: text });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed.text, current, source, filterValues, setFilters]);
  return (
    <label className="field find">
      <Icon name="search" />
      <span className="unseen">{placeholder}</span>
      <input
        type="search"
        value={typed.text}
        placeholder={placeholder}
        onChange={(event) => setTyped({ text: event.target.value, from: current })}
      />
      <CutNote typed={typed.text} />
    </label>
  );
}
