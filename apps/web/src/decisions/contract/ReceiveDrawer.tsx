import { decisions } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DayInput } from '../../parts/fields/DayInput.js';
import type { DrawerProps } from '../../contracts/index.js';
import { EvidenceField, useEvidence } from '../../files/index.js';
import { MoneyInput } from '../../parts/fields/AmountInput.js';
import { DrawerForm } from '../../parts/forms/DrawerForm.js';
import { useVerbForm } from '../../verbs/useVerbForm.js';

/** 登记收款: money received on an enforced decision. */
export function Receive({ contract, value, today, onClose }: DrawerProps) {
  const translate = useTranslate();
  const evidence = useEvidence('consequence');
  const { submit, error } = useVerbForm(decisions.receive, {
    said: translate('decisions.receivedSaid'),
    onDone: () => evidence.attachTo(value).then(onClose),
  });
  return (
    <DrawerForm
      error={error}
      title={translate('decisions.receive')}
      caption={contract.number}
      onClose={onClose}
      defaultValues={{ received: null, receivedOn: today, note: '' }}
      onSubmit={(values: Record<string, unknown>) => {
        const { received, receivedOn, note } = values as unknown as {
          received: string;
          receivedOn: string;
          note: string;
        };
        return submit({
          params: { id: value },
          body: { received: { value: received, unit: 'wan' }, receivedOn, ...(note ? { note } : {}) },
        });
      }}
    >
      <MoneyInput source="received" label={translate('decisions.receivedWan')} validate={required()} autoFocus />
      <DayInput source="receivedOn" label={translate('decisions.receivedOn')} validate={required()} />
      <TextInput source="note" label={translate('decisions.evidence')} multiline minRows={2} />
      <EvidenceField evidence={evidence} on={contract} />
    </DrawerForm>
  );
}
