import { apiKeys } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { ApiKey } from '@crm/api-contract/access';
import { useTranslate } from 'ra-core';
import { useVerb } from '../verbs/useVerb.js';

/** A revoked key stops working at once, so a dialog asks first. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const translate = useTranslate();
  const revoke = useVerb(apiKeys.revoke, { said: translate('access.keys.revoked'), onDone: onClose });
  return (
    <Dialog open onClose={onClose} aria-labelledby="revoke-key">
      <DialogTitle id="revoke-key">{translate('access.keys.revokeSaid', { name: apiKey.name })}</DialogTitle>
      <DialogContent>{translate('access.keys.revokeWhy')}</DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          color="error"
          disabled={revoke.isPending}
          onClick={() => revoke.mutate({ params: { id: apiKey.id } })}
        >
          {translate('access.keys.revoke')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
