import { files } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { StoredFile } from '@crm/api-contract/files';
import { required, useTranslate } from 'ra-core';
import { Form, SaveButton, TextInput } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { useId } from 'react';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** Asks once, with the name and for the reason: evidence is marked as removed, never deleted. */
export function RemoveDialog({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  const { submit, error } = useVerbForm(files.remove, {
    said: translate('files.removed', { name: file.name }),
    onDone: onClose,
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth>
      <DialogTitle id={title}>{translate('files.removeTitle')}</DialogTitle>
      <Form
        defaultValues={{ reason: '' }}
        onSubmit={({ reason }: FieldValues) =>
          submit({ params: { id: file.id }, version: file.version, body: { reason } })
        }
      >
        <DialogContent>
          <div className="stack">
            {error !== null && <ErrorSentence error={error} />}
            <p>
              <b className="b">{file.name}</b>
            </p>
            <p className="t-2">{translate('files.removeWhy')}</p>
            <TextInput source="reason" label={translate('files.reason')} validate={required()} autoFocus />
          </div>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <SaveButton alwaysEnable icon={<></>} label={translate('files.remove')} />
        </DialogActions>
      </Form>
    </Dialog>
  );
}
