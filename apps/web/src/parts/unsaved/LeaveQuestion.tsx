import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from 'ra-core';
import { useEffect, useId } from 'react';
import { useBlocker, useLocation } from 'react-router';
import { editors, useAnyUnsaved, useQuestion, type Question } from './editors.js';

/** Asks before typed text is left. It stands once in the frame, since a router knows only one blocker. */
export function LeaveQuestion() {
  const question = useQuestion();
  const anyUnsaved = useAnyUnsaved();
  const here = useLocation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => editors.removedBy(currentLocation, nextLocation).length > 0,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    editors.ask(editors.removedBy(here, blocker.location), {
      leave: () => blocker.proceed(),
      stay: () => blocker.reset(),
    });
  }, [blocker, here]);
  useEffect(() => {
    if (!anyUnsaved) return undefined;
    const before = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', before);
    return () => window.removeEventListener('beforeunload', before);
  }, [anyUnsaved]);
  return question && <Asking question={question} />;
}

function Asking({ question: { draftsKept, leave, stay } }: { question: Question }) {
  const translate = useTranslate();
  const [title, why] = [useId(), useId()];
  return (
    <Dialog open onClose={stay} aria-labelledby={title} aria-describedby={why} fullWidth maxWidth="xs">
      <DialogTitle id={title}>{translate('parts.unsaved.title')}</DialogTitle>
      <DialogContent id={why}>{translate(draftsKept ? 'parts.unsaved.kept' : 'parts.unsaved.lost')}</DialogContent>
      <DialogActions>
        <Button onClick={leave}>{translate('parts.unsaved.leave')}</Button>
        <Button variant="contained" autoFocus onClick={stay}>
          {translate('parts.unsaved.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
