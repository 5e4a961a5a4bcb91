import { required, useTranslate } from 'ra-core';
import { DateInput, TextInput } from 'react-admin';
import { useState } from 'react';
import { isPerMu } from '@crm/domain/standards';
import { withUnit } from '../commitments/promises/quantities.js';
import { QuantityInput } from '../commitments/promises/QuantityInput.js';
import { PromiseFields } from '../commitments/promises/PromiseFields.js';
import '../commitments/promises/promises.css';
import type { DrawerProps } from '../contracts/page/panel.js';
import { useVerbForm } from '../contracts/page/useVerbForm.js';
import { AreaInput, ExactInput, MoneyInput } from '../parts/AmountInput.js';
import { DrawerForm } from '../parts/DrawerForm.js';
import { ErrorSentence } from '../parts/ErrorSentence.js';
import { Segmented } from '../parts/Small.js';
import { Preview } from './Preview.js';
import { formOf, supplementBody, type SupplementForm } from './supplementBody.js';

/** 补充协议、增资: what is to change beside what stands, with what would follow shown while typing; it goes to approval. */
export function SupplementDrawer({ contract, today, onClose }: DrawerProps) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm({ said: translate('supplements.asked'), onDone: onClose });
  const [shown, setShown] = useState(contract.commitments[0]?.indicator);
  // As it was opened: a colleague's change beneath it is told on saving, not typed over.
  const [opened] = useState(contract);
  return (
    <DrawerForm
      title={translate('supplements.create')}
      caption={contract.number}
      onClose={onClose}
      save={translate('supplements.ask')}
      defaultValues={{ ...formOf(opened), signedOn: today, reason: '' }}
      onSubmit={(values: Record<string, unknown>) => submit({ path: `/contracts/${opened.id}/supplements`, version: opened.version, body: { ...supplementBody(opened, values as unknown as SupplementForm), signedOn: values.signedOn, reason: values.reason } })}
    >
      {error !== null && <ErrorSentence error={error} />}
      <MoneyInput source="increase" label={translate('supplements.increase')} hint={translate('supplements.increaseHint')} autoFocus />
      <div className="pair">
        <TextInput source="parcelCode" label={translate('supplements.addedCode')} />
        <AreaInput source="parcelArea" label={translate('supplements.addedArea')} />
      </div>
      {contract.commitments.length > 1 && shown && (
        <Segmented value={shown} label={translate('promises.indicator')} onChange={setShown} choices={contract.commitments.map(({ indicator }) => ({ value: indicator, label: translate(`performance.short.${indicator}`) }))} />
      )}
      {contract.commitments.filter(({ indicator }) => indicator === shown).map((promise) =>
        isPerMu(promise.indicator) ? (
          <PromiseFields key={promise.indicator} prefix={`promises.${promise.indicator}`} indicator={promise.indicator} areaMu={opened.areaMu} standardPerMuWan={promise.standardPerMuWan} />
        ) : (
          <QuantityInput key={promise.indicator} indicator={promise.indicator} source={`promises.${promise.indicator}.total`} label={withUnit(translate, promise)} />
        ),
      )}
      <div className="pair">
        <ExactInput source="fullProductionYear" label={translate('supplements.fact.fullProductionYear')} unit="supplements.year" />
        <DateInput source="termTo" label={translate('supplements.fact.termTo')} />
      </div>
      <Preview contract={opened} />
      <DateInput source="signedOn" label={translate('supplements.signedOn')} validate={required()} />
      <TextInput source="reason" label={translate('promises.reason')} validate={required()} multiline minRows={2} />
    </DrawerForm>
  );
}
