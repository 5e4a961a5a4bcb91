import { actuals } from '@crm/api-contract/routes';
import type { Actual } from '@crm/api-contract/commitments';
import type { Contract } from '@crm/api-contract/contracts';
import { actualSources } from '@crm/domain/commitments';
import { perMuWan } from '@crm/domain/quantities';
import { indicatorRules, isPerMu, promisedIndicators, type PromisedIndicator } from '@crm/domain/standards';
import { required, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { EvidenceField, useEvidence } from '../../files/index.js';
import { DrawerForm } from '../../parts/forms/DrawerForm.js';
import { showWan } from '../../parts/text/money.js';
import { AskedFigure, useAskedFigure } from './AskedFigure.js';
import { QuantityInput } from '../promises/QuantityInput.js';
import { promisedInWords } from '../promises/quantities.js';
import { useVerbForm } from '../../verbs/useVerbForm.js';

interface Figure {
  indicator: PromisedIndicator;
  year: number;
  value: string;
  source: Actual['source'];
  note?: string;
  /** Ticked: the person confirmed the figure. */
  right?: boolean;
}

interface Props {
  contract: Contract;
  today: string;
  year: string | null;
  indicator: string | null;
  onClose: () => void;
}

/** 填报实绩: one indicator of one year; for investment the sum since the beginning. */
export function ReportDrawer({ contract, today, year, indicator, onClose }: Props) {
  const translate = useTranslate();
  const evidence = useEvidence('actual');
  const { asked, confirmedFor, onRefused } = useAskedFigure();
  const { submit, error } = useVerbForm(actuals.create, {
    said: translate('actuals.reported'),
    onDone: ({ id }) => evidence.attachTo(id).then(onClose),
  });
  const thisYear = Number(today.slice(0, 4));
  const signed = Number((contract.signedOn ?? today).slice(0, 4));
  const years = Array.from({ length: Math.max(1, thisYear - signed + 1) }, (_unused, index) => thisYear - index);
  const promised = reportable(contract);
  return (
    <DrawerForm
      error={error}
      title={translate('actuals.report')}
      caption={contract.number}
      onClose={onClose}
      save={translate('actuals.report')}
      defaultValues={{
        indicator: promised.find((one) => one === indicator) ?? promised[0],
        year: years.find((one) => String(one) === year) ?? thisYear - 1,
        source: 'statistics',
        value: null,
        note: '',
      }}
      onSubmit={(values: Record<string, unknown>) => {
        const { value, note, right = false, ...rest } = values as unknown as Figure;
        const move = {
          body: {
            contractId: contract.id,
            ...rest,
            value: { value, unit: indicatorRules[rest.indicator].unit },
            ...(note ? { note } : {}),
            ...confirmedFor(value, right),
          },
        };
        return submit(move, onRefused(value));
      }}
    >
      <SelectInput
        source="indicator"
        label={translate('actuals.indicator')}
        choices={promised.map((id) => ({ id, name: `indicators.name.${id}` }))}
        validate={required()}
      />
      <SelectInput
        source="year"
        label={translate('actuals.year')}
        choices={years.map((id) => ({ id, name: String(id) }))}
        translateChoice={false}
        validate={required()}
      />
      <Value contract={contract} />
      <SelectInput
        source="source"
        label={translate('actuals.sourceHead')}
        choices={actualSources.map((id) => ({ id, name: `actuals.source.${id}` }))}
        validate={required()}
      />
      <TextInput source="note" label={translate('actuals.note')} multiline minRows={2} />
      <EvidenceField evidence={evidence} on={contract} />
      <AskedFigure asked={asked} />
    </DrawerForm>
  );
}

/** The commitments, and the figures from which an unreported share is derived. */
function reportable({ commitments }: Contract): PromisedIndicator[] {
  const wanted = new Set(
    commitments.flatMap(({ indicator }) => [indicator, ...(indicatorRules[indicator].derivedFrom ?? [])]),
  );
  return promisedIndicators.filter((indicator) => wanted.has(indicator));
}

/** In the unit of the indicator selected above. */
function Value({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const indicator = useWatch({ name: 'indicator' }) as PromisedIndicator;
  return (
    <QuantityInput
      key={indicatorRules[indicator].unit}
      indicator={indicator}
      source="value"
      label={translate('actuals.value')}
      validate={required()}
      autoFocus
      hint={<ValueHint contract={contract} indicator={indicator} />}
    />
  );
}

/**
 * The per-mu value of the figure and the promise; whether it is a sum since the beginning, or a number at the end of
 * the year.
 */
function ValueHint({ contract, indicator }: { contract: Contract; indicator: PromisedIndicator }) {
  const translate = useTranslate();
  const value = useWatch({ name: 'value' }) as string | null;
  const { cumulative, unit, derivedFrom } = indicatorRules[indicator];
  const promise = contract.commitments.find((one) => one.indicator === indicator);
  const each =
    value && isPerMu(indicator) && contract.areaMu && /^\d+(\.\d+)?$/.test(value)
      ? perMuWan(value, contract.areaMu)
      : null;
  return (
    <span>
      {each && translate('actuals.perMuHint', { perMu: showWan(translate, each.toFixed(), 2) })}
      {promise && translate('actuals.promisedHint', { total: promisedInWords(translate, promise, promise.total) })}
      {cumulative && translate('actuals.cumulativeHint')}
      {unit === 'person' && translate('actuals.peopleHint')}
      {derivedFrom && translate('actuals.derivedHint')}
    </span>
  );
}
