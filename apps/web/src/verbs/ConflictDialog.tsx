import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Radio from '@mui/material/Radio';
import { useTranslate } from 'ra-core';
import { useId, useState, type ReactNode } from 'react';
import type { Difference, Side } from './conflict.js';
import { NONE } from '../parts/text/numbers.js';

interface ConflictProps {
  differences: readonly Difference[];
  /** The field's name as in the form. */
  nameOf: (field: string) => string;
  /** A value as in the form; plain text by default. */
  show?: (field: string, value: unknown) => ReactNode;
  changedBy?: ReactNode;
  /** Fields that only the other person changed: shown without a choice. */
  settled?: readonly Difference[];
  /** Above the buttons. */
  note?: ReactNode;
  /** Missing if nothing can be saved yet: both sides are shown without a choice. */
  onSave?: (choice: Record<string, Side>) => void;
  onBack: () => void;
}

const plain = (_field: string, value: unknown): ReactNode =>
  value === null || value === undefined || value === ''
    ? NONE
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** The table of the dialog, also usable on a card. Yours is preselected, so pressing Enter loses nothing. */
export function ConflictTable({
  differences,
  settled = [],
  nameOf,
  show = plain,
  changedBy,
  note,
  onSave,
  onBack,
}: ConflictProps) {
  const translate = useTranslate();
  const group = useId();
  const [choice, setChoice] = useState<Record<string, Side>>(() =>
    Object.fromEntries(differences.map(({ field }) => [field, 'yours' as const])),
  );
  const side = (difference: Difference, which: Side) =>
    !onSave || settled.includes(difference) ? (
      show(difference.field, difference[which])
    ) : (
      <label className="row">
        <Radio
          size="small"
          sx={{ p: 0 }}
          name={`${group}${difference.field}`}
          checked={choice[difference.field] === which}
          onChange={() => setChoice((before) => ({ ...before, [difference.field]: which }))}
          slotProps={{ input: { 'aria-label': `${nameOf(difference.field)} ${translate(`parts.conflict.${which}`)}` } }}
        />
        <span>{show(difference.field, difference[which])}</span>
      </label>
    );
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th>{translate('parts.conflict.field')}</th>
            <th>{translate('parts.conflict.yours')}</th>
            <th>{translate('parts.conflict.theirs')}</th>
            {changedBy && <th>{translate('parts.conflict.changedBy')}</th>}
          </tr>
        </thead>
        <tbody>
          {[...differences, ...settled].map((difference) => (
            <tr key={difference.field}>
              <td>{nameOf(difference.field)}</td>
              <td>{side(difference, 'yours')}</td>
              <td>{side(difference, 'theirs')}</td>
              {changedBy && <td className="quiet">{changedBy}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {note && <DialogContent sx={{ flex: 'none', px: 4, py: 3 }}>{note}</DialogContent>}
      <DialogActions sx={{ flexDirection: 'row', px: 4, py: 2 }}>
        {onSave && (
          <Button variant="contained" onClick={() => onSave(choice)}>
            {translate('parts.conflict.save')}
          </Button>
        )}
        <Button onClick={onBack}>{translate('parts.conflict.back')}</Button>
      </DialogActions>
    </>
  );
}

/** 412: another person saved first. Closing it returns to the form with everything typed. */
export function ConflictDialog(props: ConflictProps & { open: boolean }) {
  const translate = useTranslate();
  const title = useId();
  return (
    <Dialog open={props.open} onClose={props.onBack} aria-labelledby={title} fullWidth>
      <DialogTitle id={title}>
        {translate('parts.conflict.title')}{' '}
        <span className="caption">
          {translate('parts.conflict.caption', {
            smart_count: props.differences.length + (props.settled?.length ?? 0),
          })}
        </span>
      </DialogTitle>
      <ConflictTable {...props} />
    </Dialog>
  );
}
