import type { Contract } from '@crm/api-contract/contracts';
import { actualSources } from '@crm/domain/commitments';
import { perMuWan } from '@crm/domain/quantities';
import { indicators } from '@crm/domain/standards';
import { required, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useVerbForm } from '../../contracts/page/useVerbForm.js';
import { MoneyInput } from '../../parts/AmountInput.js';
import { DrawerForm } from '../../parts/DrawerForm.js';
import { ErrorSentence } from '../../parts/ErrorSentence.js';
import { showDecimal } from '../../parts/numbers.js';

interface Figure {
  indicator: string;
  year: number;
  value: string;
  source: string;
  note?: string;
}

interface Props {
  contract: Contract;
  today: string;
  year: string | null;
  indicator: string | null;
  onClose: () => void;
}

/** 填报实绩: one indicator of one year; of investment the sum since the beginning. */
export function ReportDrawer({ contract, today, year, indicator, onClose }: Props) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm({ said: translate('actuals.reported'), onDone: onClose });
  const thisYear = Number(today.slice(0, 4));
  const signed = Number((contract.signedOn ?? today).slice(0, 4));
  const years = Array.from({ length: Math.max(1, thisYear - signed + 1) }, (_unused, index) => thisYear - index);
  const promised = indicators.filter((one) => contract.commitments.some((promise) => promise.indicator === one));
  return (
    <DrawerForm
      title={translate('actuals.report')}
      caption={contract.number}
      onClose={onClose}
      save={translate('actuals.report')}
      defaultValues={{ indicator: promised.find((one) => one === indicator) ?? promised[0], year: years.find((one) => String(one) === year) ?? thisYear - 1, source: 'statistics', value: null, note: '' }}
      onSubmit={(values: Record<string, unknown>) => {
        const { value, note, ...rest } = values as unknown as Figure;
        return submit({ path: '/actuals', body: { contractId: contract.id, ...rest, value: { value, unit: 'wan' }, ...(note ? { note } : {}) } });
      }}
    >
      {error !== null && <ErrorSentence error={error} />}
      <SelectInput source="indicator" label={translate('actuals.indicator')} choices={promised.map((id) => ({ id, name: `performance.indicator.${id}` }))} validate={required()} />
      <SelectInput source="year" label={translate('actuals.year')} choices={years.map((id) => ({ id, name: String(id) }))} translateChoice={false} validate={required()} />
      <MoneyInput source="value" label={translate('actuals.value')} validate={required()} autoFocus hint={<PerMuHint contract={contract} />} />
      <SelectInput source="source" label={translate('actuals.sourceHead')} choices={actualSources.map((id) => ({ id, name: `actuals.source.${id}` }))} validate={required()} />
      <TextInput source="note" label={translate('actuals.note')} multiline minRows={2} />
    </DrawerForm>
  );
}

/** What the figure comes to per mu, and what was promised; of investment that it is the sum since the beginning. */
function PerMuHint({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const value = useWatch({ name: 'value' }) as string | null;
  const indicator = useWatch({ name: 'indicator' }) as string;
  const promise = contract.commitments.find((one) => one.indicator === indicator);
  const each = value && contract.areaMu && /^\d+(\.\d+)?$/.test(value) ? perMuWan(value, contract.areaMu) : null;
  return (
    <span>
      {each && translate('actuals.perMuHint', { perMu: showDecimal(each.toFixed(), 2) })}
      {promise && translate('actuals.promisedHint', { total: showDecimal(promise.totalWan, 2) })}
      {indicator === 'investment' && translate('actuals.cumulativeHint')}
    </span>
  );
}
