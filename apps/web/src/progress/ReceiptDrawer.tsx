import { receipts } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';
import { RECEIPT_KINDS } from '@crm/api-contract/choices';
import { required, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import type { DrawerProps } from '../contracts/index.js';
import { EvidenceField, useEvidence } from '../files/index.js';
import { MoneyInput } from '../parts/fields/AmountInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { showWan } from '../parts/text/money.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { useReceipts } from './useProgress.js';

/** 登记到位资金, or its correction: the old entry is kept and the reason is part of the record. */
type Values = Omit<BodyAsked<typeof receipts.correct>, 'amount'> & { amount: string };

export function ReceiptDrawer({ contract, value: id, today, onClose }: DrawerProps) {
  const translate = useTranslate();
  const before = useReceipts(contract.id).data?.find((receipt) => receipt.id === id);
  const evidence = useEvidence('receipt');
  const { submit, error } = useVerbForm(before ? receipts.correct : receipts.create, {
    said: translate(before ? 'progress.receipts.correctedNow' : 'progress.receipts.entered'),
    onDone: ({ id: entered }) => evidence.attachTo(entered).then(onClose),
  });
  if (id !== 'new' && !before) return null;
  return (
    <DrawerForm
      error={error}
      title={translate(before ? 'progress.receipts.correct' : 'progress.receipts.enter')}
      caption={contract.number}
      onClose={onClose}
      defaultValues={
        before
          ? { kind: before.kind, arrivedOn: before.arrivedOn, amount: before.amountWan, note: before.note, reason: '' }
          : { kind: 'bank-slip', arrivedOn: today, amount: null, note: '' }
      }
      onSubmit={({ kind, arrivedOn, amount, note, reason }: Values) => {
        const body = { kind, arrivedOn, amount: { value: amount, unit: 'wan' as const }, note: note ?? '' };
        return submit(
          before
            ? { params: { id: before.id }, body: { ...body, reason } }
            : { body: { contractId: contract.id, ...body } },
        );
      }}
    >
      <MoneyInput
        source="amount"
        label={translate('progress.receipts.amount')}
        validate={required()}
        autoFocus
        hint={before ? translate('progress.receipts.before', { wan: showWan(translate, before.amountWan) }) : undefined}
      />
      <DayInput
        source="arrivedOn"
        label={translate('progress.receipts.arrivedOn')}
        validate={required()}
        helperText={false}
      />
      <SelectInput
        source="kind"
        label={translate('progress.receipts.kind')}
        validate={required()}
        choices={RECEIPT_KINDS.map((kind) => ({ id: kind, name: translate(`progress.receipts.kinds.${kind}`) }))}
        translateChoice={false}
        helperText={false}
      />
      <TextInput source="note" label={translate('progress.receipts.note')} multiline minRows={2} helperText={false} />
      {before && (
        <TextInput
          source="reason"
          label={translate('actuals.reason')}
          validate={required()}
          multiline
          minRows={2}
          helperText={false}
        />
      )}
      <EvidenceField evidence={evidence} on={contract} />
    </DrawerForm>
  );
}
