import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useEffect, useState, type FormEvent } from 'react';
import { Hint } from '../parts/marks/Hint.js';
import { editors } from '../parts/unsaved/editors.js';
import { problemOf, sentenceOf } from '../providers/problem.js';
import { session } from '../providers/session.js';
import { signInAgain, useIsAsked } from '../providers/signInAgain.js';

/** Shown over the open page when its session has ended. The same person signs in, and interrupted saves continue. */
export function SignInAgain() {
  const asked = useIsAsked();
  useEffect(() => signInAgain.offer(), []);
  return asked ? <AgainDialog /> : null;
}

function AgainDialog() {
  const translate = useTranslate();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form under the dialog must not receive this event.
    event.stopPropagation();
    setBusy(true);
    setFailure(null);
    session.signInAgain(password).catch((error: unknown) => {
      setFailure(sentenceOf(problemOf(error), translate));
      setBusy(false);
    });
  };
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="again-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="again-title">{translate('frame.again.title')}</DialogTitle>
        <DialogContent>
          <p>{translate('frame.again.why')}</p>
          <TextField
            label={translate('frame.again.username')}
            value={session.username() ?? ''}
            slotProps={{ htmlInput: { readOnly: true, autoComplete: 'username' } }}
          />
          <TextField
            label={translate('frame.again.password')}
            type="password"
            value={password}
            autoFocus
            onChange={(event) => setPassword(event.target.value)}
            slotProps={{ htmlInput: { autoComplete: 'current-password' } }}
          />
          <div role="alert">{failure && <Hint verdict="breach">{failure}</Hint>}</div>
        </DialogContent>
        <DialogActions>
          <Button
            disabled={busy}
            onClick={() => {
              editors.giveUp();
              session.leave();
            }}
          >
            {translate('frame.again.leave')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy || password === ''}>
            {translate('frame.again.signIn')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
