import type { ProbableDuplicate } from '@crm/api-contract/merging';
import { enterpriseDistinctions } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** Two records that look like one firm are two. The pair is not shown again until something about them changes. */
export function TellApartDialog({ pair, onClose }: { pair: ProbableDuplicate; onClose: () => void }) {
  const translate = useTranslate();
  const { staying, going } = pair;
  const { submit, error } = useVerbForm(enterpriseDistinctions.create, {
    said: translate('enterprises.apart.done'),
    onDone: onClose,
  });
  return (
    <DialogForm<{ reason: string }>
      title={translate('enterprises.apart.title')}
      caption={translate('enterprises.apart.both', { name: staying.name, other: going.name })}
      save={translate('enterprises.apart.save')}
      error={error}
      onClose={onClose}
      defaultValues={{ reason: '' }}
      onSubmit={({ reason }) => submit({ body: { firstId: staying.id, secondId: going.id, reason } })}
    >
      <p className="caption">{translate('enterprises.apart.follows')}</p>
      <TextInput
        source="reason"
        label={translate('enterprises.apart.reason')}
        validate={required()}
        autoFocus
        autoComplete="off"
      />
    </DialogForm>
  );
}
