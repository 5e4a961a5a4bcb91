import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { StoredFile } from '@crm/api-contract/files';
import { required, useTranslate } from 'ra-core';
import { Form, SaveButton, TextInput } from 'react-admin';
import { useId } from 'react';
import { useVerbForm } from '../contracts/page/useVerbForm.js';
import { ErrorSentence } from '../parts/ErrorSentence.js';

/** Asked once, with the name and for the reason: evidence is marked, never deleted. */
export function RemoveDialog({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  const { submit, error } = useVerbForm({ said: translate('files.removed', { name: file.name }), onDone: onClose });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth>
      <DialogTitle id={title}>{translate('files.removeTitle')}</DialogTitle>
      <Form
        defaultValues={{ reason: '' }}
        onSubmit={(values: Record<string, unknown>) =>
          submit({ path: `/files/${file.id}/remove`, version: file.version, body: { reason: values.reason } })
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
