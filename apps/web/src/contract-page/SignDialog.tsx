import { contracts } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Contract } from '@crm/api-contract/contracts';
import { required, useTranslate } from 'ra-core';
import { DateInput, Form, SaveButton } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { useId } from 'react';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Note } from '../parts/marks/Note.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { BelowHints } from './BelowHints.js';
import { MissingClauses } from './MissingClauses.js';

/**
 * 签约: stores the standard in force on the day with the contract; a commitment below it was approved with its reason. A
 * signed contract changes only by a supplement.
 */
export function SignDialog({ contract, today, onClose }: { contract: Contract; today: string; onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  const { submit, error } = useVerbForm(contracts.sign, { said: translate('contracts.sign.done'), onDone: onClose });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth>
      <DialogTitle id={title}>
        {translate('contracts.sign.title')} <span className="t-cap">{contract.number}</span>
      </DialogTitle>
      <Form
        defaultValues={{ signedOn: today }}
        onSubmit={({ signedOn }: FieldValues) =>
          submit({ params: { id: contract.id }, version: contract.version, body: { signedOn } })
        }
      >
        <DialogContent>
          <div className="stack">
            {error !== null && <ErrorSentence error={error} />}
            <DateInput
              source="signedOn"
              label={translate('contracts.signedOn')}
              validate={required()}
              helperText={translate('contracts.sign.keeps')}
            />
            {contract.status === 'draft' && <MissingClauses contractId={contract.id} />}
            <BelowHints contract={contract} />
            <Note>{translate('contracts.sign.note')}</Note>
          </div>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <SaveButton alwaysEnable label={translate('contracts.action.sign')} />
        </DialogActions>
      </Form>
    </Dialog>
  );
}
