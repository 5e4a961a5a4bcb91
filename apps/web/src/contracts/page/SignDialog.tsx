import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Contract } from '@crm/api-contract/contracts';
import { required, useTranslate } from 'ra-core';
import { DateInput, Form, SaveButton, TextInput } from 'react-admin';
import { useId } from 'react';
import { ErrorSentence } from '../../parts/ErrorSentence.js';
import { showDecimal } from '../../parts/numbers.js';
import { Hint, Note } from '../../parts/Small.js';
import { useVerbForm } from './useVerbForm.js';

/** 签约: keeps the standard in force on the day with the contract; a promise below it needs a reason. What is signed changes by amendment alone. */
export function SignDialog({ contract, today, onClose }: { contract: Contract; today: string; onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  const { submit, error } = useVerbForm({ said: translate('contracts.sign.done'), onDone: onClose });
  const below = contract.commitments.filter((promise) => promise.belowStandard);
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth>
      <DialogTitle id={title}>
        {translate('contracts.sign.title')} <span className="t-cap">{contract.number}</span>
      </DialogTitle>
      <Form
        defaultValues={{ signedOn: today, belowStandardReason: '' }}
        onSubmit={(values: Record<string, unknown>) => {
          const { signedOn, belowStandardReason } = values as { signedOn: string; belowStandardReason: string };
          return submit({ path: `/contracts/${contract.id}/sign`, version: contract.version, body: { signedOn, ...(belowStandardReason ? { belowStandardReason } : {}) } });
        }}
      >
        <DialogContent>
          <div className="stack">
            {error !== null && <ErrorSentence error={error} />}
            <DateInput source="signedOn" label={translate('contracts.signedOn')} validate={required()} helperText={translate('contracts.sign.keeps')} />
            {below.length > 0 && (
              <>
                {below.map((promise) => (
                  <Hint key={promise.commitmentId} verdict="warning">
                    {translate('contracts.sign.below', {
                      indicator: translate(`performance.indicator.${promise.indicator}`),
                      perMu: showDecimal(promise.perMuWan, 2),
                      standard: showDecimal(promise.standardPerMuWan),
                      percent: showDecimal(promise.percentOfStandard, 2),
                    })}
                  </Hint>
                ))}
                <TextInput source="belowStandardReason" label={translate('contracts.sign.reason')} validate={required()} multiline minRows={2} />
              </>
            )}
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
