import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from 'ra-core';
import { useId, type ReactElement, type ReactNode } from 'react';
import { SaveButton } from 'react-admin';
import { FrameProvider, useFrame } from '../unsaved/useEditor.js';
import { EntryForm, type EntryFormProps } from './EntryForm.js';

interface DialogFormProps<Values extends object> extends Omit<EntryFormProps<Values>, 'className'> {
  title: ReactNode;
  /** Beside the title: the number of the record. */
  caption?: ReactNode;
  save: string;
  /** In place of the icon of saving. */
  icon?: ReactElement;
  onClose: () => void;
}

/** A decision with a field or two: a dialog asks only for what decides. */
export function DialogForm<Values extends object>({
  title,
  caption,
  save,
  icon,
  onClose,
  children,
  ...form
}: DialogFormProps<Values>) {
  const translate = useTranslate();
  const id = useId();
  const around = useFrame(onClose);
  return (
    <Dialog open onClose={around.close} aria-labelledby={id} fullWidth>
      <DialogTitle id={id}>
        {title} {caption && <span className="caption">{caption}</span>}
      </DialogTitle>
      <FrameProvider value={around}>
        <EntryForm
          {...form}
          frame={(fields) => (
            <DialogContent>
              <div className="stack">{fields}</div>
            </DialogContent>
          )}
          foot={
            <DialogActions>
              <Button onClick={around.close}>{translate('ra.action.cancel')}</Button>
              <SaveButton alwaysEnable label={save} {...(icon ? { icon } : {})} />
            </DialogActions>
          }
        >
          {children}
        </EntryForm>
      </FrameProvider>
    </Dialog>
  );
}
