import { actuals } from '@crm/api-contract/routes';
import type { Actual } from '@crm/api-contract/commitments';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { EvidenceField, useEvidence } from '../../files/index.js';
import { DrawerForm } from '../../parts/forms/DrawerForm.js';
import { amountBefore, unitAfter } from '../../reference/quantities.js';
import { QuantityInput } from '../promises/QuantityInput.js';
import { useVerbForm } from '../../verbs/useVerbForm.js';

/** 更正: the old value is kept and was known until now; the reason is part of the record. */
export function CorrectDrawer({ actual, onClose }: { actual: Actual; onClose: () => void }) {
  const translate = useTranslate();
  const evidence = useEvidence('actual');
  const { submit, error } = useVerbForm(actuals.correct, {
    said: translate('actuals.corrected'),
    onDone: ({ id }) => evidence.attachTo(id).then(onClose),
  });
  return (
    <DrawerForm
      error={error}
      title={translate('actuals.correctTitle', {
        year: actual.year,
        indicator: translate(`performance.short.${actual.indicator}`),
      })}
      caption={actual.contractNumber}
      onClose={onClose}
      save={translate('actuals.correct')}
      defaultValues={{ value: actual.value, reason: '', note: actual.note }}
      onSubmit={(values: Record<string, unknown>) => {
        const { value, reason, note } = values as unknown as { value: string; reason: string; note: string };
        return submit({
          params: { id: actual.id },
          body: { value: { value, unit: actual.unit }, reason, ...(note ? { note } : {}) },
        });
      }}
    >
      <QuantityInput
        indicator={actual.indicator}
        source="value"
        label={translate('actuals.value')}
        validate={required()}
        autoFocus
        hint={translate('actuals.before', {
          value: amountBefore(translate, actual.unit, actual.value),
          unit: unitAfter(translate, actual.unit),
        })}
      />
      <TextInput source="reason" label={translate('actuals.reason')} validate={required()} multiline minRows={2} />
      <TextInput source="note" label={translate('actuals.note')} multiline minRows={2} />
      <EvidenceField evidence={evidence} />
    </DrawerForm>
  );
}
