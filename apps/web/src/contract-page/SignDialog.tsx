import type { BodyAsked } from '@crm/api-contract/wire';
import { contracts } from '@crm/api-contract/routes';
import type { Contract } from '@crm/api-contract/contracts';
import { required, useTranslate } from 'ra-core';
import { DayInput } from '../parts/fields/DayInput.js';
import { DialogForm } from '../parts/forms/DialogForm.js';
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
  const { submit, error } = useVerbForm(contracts.sign, { said: translate('contracts.sign.done'), onDone: onClose });
  return (
    <DialogForm
      title={translate('contracts.sign.title')}
      caption={contract.number}
      save={translate('contracts.action.sign')}
      error={error}
      onClose={onClose}
      defaultValues={{ signedOn: today }}
      onSubmit={(body: BodyAsked<typeof contracts.sign>) =>
        submit({ params: { id: contract.id }, version: contract.version, body })
      }
    >
      <DayInput
        source="signedOn"
        label={translate('contracts.signedOn')}
        validate={required()}
        helperText={translate('contracts.sign.keeps')}
      />
      {contract.status === 'draft' && <MissingClauses contractId={contract.id} />}
      <BelowHints contract={contract} />
      <Note>{translate('contracts.sign.note')}</Note>
    </DialogForm>
  );
}
