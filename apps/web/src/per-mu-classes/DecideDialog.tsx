import { evaluationRounds } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { TextLine } from '../parts/fields/FieldLine.js';
import { Hint } from '../parts/marks/Hint.js';
import { useVerb } from '../verbs/useVerb.js';
import type { Round } from './useRounds.js';

/** Closes a draft, or reopens a closed round, after a full explanation. */
export function DecideDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  const [reason, setReason] = useState('');
  const closing = round.status === 'draft';
  const verb = useVerb(closing ? evaluationRounds.close : evaluationRounds.reopen, {
    said: translate(closing ? 'classes.closed' : 'classes.opened'),
    onDone: onClose,
    quiet: true,
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth>
      <DialogTitle id={title}>{translate(closing ? 'classes.close' : 'classes.reopen')}</DialogTitle>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { id, version } = round;
          verb.mutate(
            closing
              ? { params: { id }, version, body: { notScorable: round.notScorable } }
              : { params: { id }, version, body: { reason } },
          );
        }}
      >
        <DialogContent>
          <div className="stack">
            <p>
              {translate(closing ? 'classes.closeWhat' : 'classes.reopenWhat', {
                year: round.year,
                scored: round.scored,
              })}
            </p>
            {closing && round.notScorable > 0 && (
              <Hint verdict="warning">{translate('classes.closeWithout', { smart_count: round.notScorable })}</Hint>
            )}
            {!closing && (
              <TextLine label={translate('classes.reopenReason')} autoFocus value={reason} onChange={setReason} />
            )}
            {verb.error !== null && <ErrorSentence error={verb.error} />}
          </div>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={verb.isPending}>
            {translate(closing ? 'classes.close' : 'classes.reopen')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
