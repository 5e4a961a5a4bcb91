import { useTranslate } from 'ra-core';
import type { RecordColumn } from './columns.js';

/** The name above a group of columns. */
export function GroupHead({ group }: { group: string }) {
  const translate = useTranslate();
  return translate(group, { _: group });
}

/** Name and, on a second line, unit; a name with a year in it comes as words. */
export function ColumnHead({ label, unit, heard }: Pick<RecordColumn<never>, 'label' | 'unit' | 'heard'>) {
  const translate = useTranslate();
  return (
    <span className={heard ? 'unseen' : undefined}>
      {translate(label, { _: label })}
      {unit && (
        <>
          <br />
          {translate(unit, { _: unit })}
        </>
      )}
    </span>
  );
}
