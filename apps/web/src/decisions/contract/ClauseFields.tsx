import type { PromisedIndicator } from '@crm/domain/standards';
import { consequenceKinds } from '@crm/domain/decisions';
import { required, useTranslate } from 'ra-core';
import { CheckboxGroupInput, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ExactInput } from '../../parts/fields/AmountInput.js';
import type { ClauseForm } from '../../reference/clauseForm.js';

interface Props {
  /** The path of the clause in the form: `clauses.<id>`; without it the clause is the form. */
  prefix?: string;
  /** The promised indicators. */
  indicators: readonly PromisedIndicator[];
  /** An existing clause keeps its kind. */
  kept?: boolean;
}

/** One consequence clause: its kind, the values of that kind, its indicators, its wording. */
export function ClauseFields({ prefix, indicators, kept = false }: Props) {
  const translate = useTranslate();
  const at = (field: keyof ClauseForm): string => (prefix ? `${prefix}.${field}` : field);
  const kind = useWatch({ name: at('kind') }) as ClauseForm['kind'];
  return (
    <div className="stack">
      {!kept && (
        <SelectInput
          source={at('kind')}
          label={translate('decisions.clauseKind')}
          choices={consequenceKinds.map((id) => ({ id, name: `decisions.clause.${id}` }))}
          validate={required()}
        />
      )}
      {kind === 'cure-period' && (
        <ExactInput
          source={at('cureDays')}
          label={translate('decisions.cureDays')}
          unit="decisions.unit.days"
          validate={required()}
        />
      )}
      {kind === 'pay-gap' && (
        <ExactInput
          source={at('percent')}
          label={translate('decisions.payPercent')}
          unit="decisions.unit.percent"
          validate={required()}
        />
      )}
      <CheckboxGroupInput
        source={at('indicators')}
        label={translate('decisions.about')}
        choices={indicators.map((id) => ({ id, name: `indicators.name.${id}` }))}
        validate={required()}
      />
      <SelectInput
        source={at('from')}
        label={translate('decisions.fromLabel')}
        choices={(['breach', 'warning'] as const).map((id) => ({ id, name: `decisions.from.${id}` }))}
        validate={required()}
      />
      <TextInput source={at('text')} label={translate('decisions.text')} validate={required()} multiline minRows={3} />
    </div>
  );
}
