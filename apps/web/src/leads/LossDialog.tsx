import { keys, onKey } from '../parts/keys/keys.js';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';

const SUGGESTED = ['price', 'place', 'policy', 'land', 'capital'] as const;

/** A lead is given up only with a reason; the usual ones are one click away. */
export function LossDialog({
  name,
  onConfirm,
  onClose,
}: {
  name: string;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const title = useId();
  const [reason, setReason] = useState('');
  const confirm = () => reason.trim() !== '' && onConfirm(reason.trim());
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <DialogTitle id={title}>
        {translate('leads.lossTitle')} <span className="caption">{name}</span>
      </DialogTitle>
      <DialogContent className="stack">
        <div className="row wrap">
          {SUGGESTED.map((key) => (
            <Button key={key} size="small" onClick={() => setReason(translate(`leads.lossSuggestions.${key}`))}>
              {translate(`leads.lossSuggestions.${key}`)}
            </Button>
          ))}
        </div>
        <TextField
          label={translate('leads.lossWhy')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onKey({ [keys.enter]: confirm })}
          autoFocus
          required
          fullWidth
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={reason.trim() === ''} onClick={confirm}>
          {translate('leads.lossConfirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
