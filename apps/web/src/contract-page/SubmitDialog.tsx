import { contracts } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { required, useTranslate } from 'ra-core';
import { Form, SaveButton, TextInput } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { useId } from 'react';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Note } from '../parts/marks/Note.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { BelowHints } from './BelowHints.js';
import { MissingClauses } from './MissingClauses.js';
import type { DrawerProps } from '../contracts/index.js';

/** 送审: the draft is locked while it is pending; a commitment below the standard needs a reason. */
export function SubmitDialog({ contract, onClose }: DrawerProps) {
  const translate = useTranslate();
  const title = useId();
  const { submit, error } = useVerbForm(contracts.submit, {
    said: translate('contracts.submit.done'),
    onDone: onClose,
  });
  const below = contract.commitments.some((promise) => promise.belowStandard);
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth>
      <DialogTitle id={title}>
        {translate('contracts.submit.title')} <span className="t-cap">{contract.number}</span>
      </DialogTitle>
      <Form
        defaultValues={{ belowStandardReason: '' }}
        onSubmit={({ belowStandardReason }: FieldValues) =>
          submit({
            params: { id: contract.id },
            version: contract.version,
            body: belowStandardReason ? { belowStandardReason } : {},
          })
        }
      >
        <DialogContent>
          <div className="stack">
            {error !== null && <ErrorSentence error={error} />}
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
          </div>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <SaveButton alwaysEnable label={translate('contracts.action.submit')} />
        </DialogActions>
      </Form>
    </Dialog>
  );
}
