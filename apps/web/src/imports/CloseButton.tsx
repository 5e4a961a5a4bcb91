import Button from '@mui/material/Button';
import type { Import } from '@crm/api-contract/imports';
import { imports } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { useState } from 'react';
import { TextInput } from 'react-admin';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { useMay } from '../providers/abilities.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** Ends an import that waits for a person, without importing anything. */
export function CloseButton({ record }: { record: Import }) {
  const translate = useTranslate();
  const mayClose = useMay()(imports.close);
  const [asking, setAsking] = useState(false);
  if (!mayClose || !['needs-mapping', 'checked'].includes(record.status)) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{translate('imports.close')}</Button>
      {asking && <CloseDialog record={record} onClose={() => setAsking(false)} />}
    </>
  );
}

function CloseDialog({ record, onClose }: { record: Import; onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(imports.close, { said: translate('imports.closed'), onDone: onClose });
  return (
    <DialogForm<{ reason: string }>
      title={translate('imports.closeTitle')}
      caption={record.fileName}
      save={translate('imports.closeSave')}
      error={error}
      onClose={onClose}
      defaultValues={{ reason: '' }}
      onSubmit={(body) => submit({ params: { id: record.id }, body })}
    >
      <p className="caption">{translate('imports.closeWhy')}</p>
      <TextInput
        source="reason"
        label={translate('imports.closeReason')}
        validate={required()}
        autoFocus
        autoComplete="off"
      />
    </DialogForm>
  );
}
