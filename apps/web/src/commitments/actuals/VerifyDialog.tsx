import { actuals } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Actual } from '@crm/api-contract/commitments';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import { useVerb } from '../../verbs/useVerb.js';

/** Verifying locks the figure for good, so a dialog asks once, with the figure. */
export function VerifyDialog({ actual, said, onClose }: { actual: Actual; said: string; onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  const verify = useVerb(actuals.verify, { said: translate('actuals.verifiedNow'), onDone: onClose });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title}>
      <DialogTitle id={title}>{translate('actuals.verifyTitle')}</DialogTitle>
      <DialogContent>
        <p>
          <b>{actual.enterpriseName}</b> {said}
        </p>
        <p className="quiet">{translate('actuals.verifyWhy')}</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={verify.isPending}
          onClick={() => verify.mutate({ params: { id: actual.id } })}
        >
          {translate('actuals.verify')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
