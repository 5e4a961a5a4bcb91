import type { Actual } from '@crm/api-contract/commitments';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { useVerbForm } from '../../contracts/page/useVerbForm.js';
import { MoneyInput } from '../../parts/AmountInput.js';
import { DrawerForm } from '../../parts/DrawerForm.js';
import { ErrorSentence } from '../../parts/ErrorSentence.js';
import { showDecimal } from '../../parts/numbers.js';

/** 更正: the old value is kept and was known until now; the reason is part of the record. */
export function CorrectDrawer({ actual, onClose }: { actual: Actual; onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm({ said: translate('actuals.corrected'), onDone: onClose });
  return (
    <DrawerForm
      title={translate('actuals.correctTitle', { year: actual.year, indicator: translate(`performance.short.${actual.indicator}`) })}
      caption={actual.contractNumber}
      onClose={onClose}
      save={translate('actuals.correct')}
      defaultValues={{ value: actual.valueWan, reason: '', note: actual.note }}
      onSubmit={(values: Record<string, unknown>) => {
        const { value, reason, note } = values as unknown as { value: string; reason: string; note: string };
        return submit({ path: `/actuals/${actual.id}/correct`, body: { value: { value, unit: 'wan' }, reason, ...(note ? { note } : {}) } });
      }}
    >
      {error !== null && <ErrorSentence error={error} />}
      <MoneyInput source="value" label={translate('actuals.value')} validate={required()} autoFocus hint={translate('actuals.before', { wan: showDecimal(actual.valueWan) })} />
      <TextInput source="reason" label={translate('actuals.reason')} validate={required()} multiline minRows={2} />
      <TextInput source="note" label={translate('actuals.note')} multiline minRows={2} />
    </DrawerForm>
  );
}
