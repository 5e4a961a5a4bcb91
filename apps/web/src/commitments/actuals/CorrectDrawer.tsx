import { actuals } from '@crm/api-contract/routes';
import type { Actual } from '@crm/api-contract/commitments';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { EvidenceField, useEvidence } from '../../files/index.js';
import { DrawerForm } from '../../parts/forms/DrawerForm.js';
import { amountBefore, unitAfter } from '../../reference/quantities.js';
import { AskedFigure, useAskedFigure } from './AskedFigure.js';
import { QuantityInput } from '../promises/QuantityInput.js';
import { useVerbForm } from '../../verbs/useVerbForm.js';

interface Typed {
  value: string;
  reason: string;
  note: string;
  /** Ticked: the person confirmed the figure. */
  right?: boolean;
}

/** 更正: the old value is kept and was known until now; the reason is part of the record. */
export function CorrectDrawer({ actual, onClose }: { actual: Actual; onClose: () => void }) {
  const translate = useTranslate();
  const evidence = useEvidence('actual');
  const { asked, confirmedFor, onRefused } = useAskedFigure();
  const { submit, error } = useVerbForm(actuals.correct, {
    said: translate('actuals.corrected'),
    onDone: ({ id }) => evidence.attachTo(id).then(onClose),
  });
  return (
    <DrawerForm
      error={error}
      title={translate('actuals.correctTitle', {
        year: actual.year,
        indicator: translate(`indicators.short.${actual.indicator}`),
      })}
      caption={actual.contractNumber}
      onClose={onClose}
      save={translate('actuals.correct')}
      defaultValues={{ value: actual.value, reason: '', note: actual.note }}
      onSubmit={(values: Record<string, unknown>) => {
        const { value, reason, note, right = false } = values as unknown as Typed;
        const move = {
          params: { id: actual.id },
          body: {
            value: { value, unit: actual.unit },
            reason,
            ...(note ? { note } : {}),
            ...confirmedFor(value, right),
          },
        };
        return submit(move, onRefused(value));
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
      <EvidenceField evidence={evidence} on={actual} />
      <AskedFigure asked={asked} />
    </DrawerForm>
  );
}
