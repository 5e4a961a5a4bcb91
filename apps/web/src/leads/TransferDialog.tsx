import { leads } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Lead } from '@crm/api-contract/leads';
import { useNotify, useRefresh, useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { problemOf, sentenceOf } from '../providers/problem.js';
import { ask } from '../providers/ask.js';
import { useOfficers } from '../reference/people.js';

/** Stage, next step and history stay with the lead. Afterwards it may be outside the giver's scope. */
export function TransferDialog({ lead, onDone, onClose }: { lead: Lead; onDone: () => void; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const officers = useOfficers().filter(({ id }) => id !== lead.ownerId);
  const title = useId();
  const [ownerId, setOwner] = useState('');
  const [reason, setReason] = useState('');
  const ready = ownerId !== '' && reason.trim() !== '';
  const save = async () => {
    try {
      const body = { ownerId, fromOwnerId: lead.ownerId, reason: reason.trim() };
      const { ownerName } = await ask(leads.transfer, { params: { id: lead.id }, body });
      notify('leads.transferred', { type: 'success', messageArgs: { name: ownerName } });
      onDone();
      refresh();
    } catch (error) {
      notify(sentenceOf(problemOf(error), translate), { type: 'error' });
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <DialogTitle id={title}>{translate('leads.transferTitle')}</DialogTitle>
      <DialogContent className="stack" sx={{ pt: '8px !important' }}>
        <TextField
          select
          label={translate('leads.owner')}
          value={ownerId}
          onChange={(event) => setOwner(event.target.value)}
          required
          fullWidth
        >
          {officers.map((officer) => (
            <MenuItem key={officer.id} value={officer.id}>
              {officer.departmentName ? `${officer.name} · ${officer.departmentName}` : officer.name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={translate('leads.transferWhy')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          fullWidth
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={!ready} onClick={() => void save()}>
          {translate('leads.transfer')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
