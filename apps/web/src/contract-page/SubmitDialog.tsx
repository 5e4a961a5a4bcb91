import { contracts } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { Note } from '../parts/marks/Note.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { BelowHints } from './BelowHints.js';
import { MissingClauses } from './MissingClauses.js';
import type { DrawerProps } from '../contracts/index.js';

/** 送审: the draft is locked while it is pending; a commitment below the standard needs a reason. */
export function SubmitDialog({ contract, onClose }: DrawerProps) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(contracts.submit, {
    said: translate('contracts.submit.done'),
    onDone: onClose,
  });
  const below = contract.commitments.some((promise) => promise.belowStandard);
  return (
    <DialogForm
      title={translate('contracts.submit.title')}
      caption={contract.number}
      save={translate('contracts.action.submit')}
      error={error}
      onClose={onClose}
      defaultValues={{ belowStandardReason: '' }}
      onSubmit={({ belowStandardReason }: { belowStandardReason: string }) =>
        submit({
          params: { id: contract.id },
          version: contract.version,
          body: belowStandardReason ? { belowStandardReason } : {},
        })
      }
    >
      <MissingClauses contractId={contract.id} />
      <BelowHints contract={contract} />
      {below && (
        <TextInput
          source="belowStandardReason"
          label={translate('contracts.sign.reason')}
          validate={required()}
          multiline
          minRows={2}
          autoFocus
        />
      )}
      <Note>{translate('contracts.submit.note')}</Note>
    </DialogForm>
  );
}
