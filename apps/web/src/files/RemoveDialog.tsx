import type { BodyAsked } from '@crm/api-contract/wire';
import { files } from '@crm/api-contract/routes';
import type { StoredFile } from '@crm/api-contract/files';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** Asks once, with the name and for the reason: evidence is marked as removed, never deleted. */
export function RemoveDialog({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(files.remove, {
    said: translate('files.removed', { name: file.name }),
    onDone: onClose,
  });
  return (
    <DialogForm
      title={translate('files.removeTitle')}
      save={translate('files.remove')}
      icon={<></>}
      error={error}
      onClose={onClose}
      defaultValues={{ reason: '' }}
      onSubmit={(body: BodyAsked<typeof files.remove>) =>
        submit({ params: { id: file.id }, version: file.version, body })
      }
    >
      <p>
        <b className="strong">{file.name}</b>
      </p>
      <p className="quiet">{translate('files.removeWhy')}</p>
      <TextInput source="reason" label={translate('files.reason')} validate={required()} autoFocus />
    </DialogForm>
  );
}
