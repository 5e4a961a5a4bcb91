import { contracts } from '@crm/api-contract/routes';
import type { Contract } from '@crm/api-contract/contracts';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import { MoneyInput } from '../parts/fields/AmountInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** 兑付扶持: the support paid, the basis of a pro-rata claw-back. */
export function SupportDrawer({
  contract,
  today,
  onClose,
}: {
  contract: Contract;
  today: string;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(contracts.paySupport, {
    said: translate('contracts.support.saved'),
    onDone: onClose,
  });
  return (
    <DrawerForm
      error={error}
      title={translate('contracts.action.support')}
      caption={contract.number}
      onClose={onClose}
      defaultValues={{ paid: null, paidOn: today, note: '' }}
      onSubmit={(values: Record<string, unknown>) => {
        const { paid, paidOn, note } = values as unknown as { paid: string; paidOn: string; note: string };
        return submit({
          params: { id: contract.id },
          body: { paid: { value: paid, unit: 'wan' }, paidOn, ...(note ? { note } : {}) },
        });
      }}
    >
      <MoneyInput
        source="paid"
        label={translate('contracts.support.paid')}
        validate={required()}
        autoFocus
        hint={translate('contracts.support.hint')}
      />
      <DayInput source="paidOn" label={translate('contracts.support.paidOn')} validate={required()} />
      <TextInput source="note" label={translate('contracts.support.note')} multiline minRows={2} />
    </DrawerForm>
  );
}
