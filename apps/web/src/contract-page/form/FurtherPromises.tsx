import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { Contract } from '@crm/api-contract/contracts';
import { furtherIndicators, indicatorRules, type FurtherIndicator } from '@crm/domain/standards';
import { required, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { useFieldArray, useWatch } from 'react-hook-form';
import { promisedInWords, withUnit, QuantityInput } from '../../commitments/index.js';
import { ExactInput } from '../../parts/fields/AmountInput.js';
import { Icon } from '../../parts/marks/Icon.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { noFurther, type Further } from './draft.js';

/** 其他承诺: R&D, persons, energy. A sentence shows each while typing, with direction, unit and first year. */
export function FurtherPromises({ contract }: { contract: Contract | null }) {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray({ name: 'further' });
  const lines = (useWatch({ name: 'further' }) as Further[] | undefined) ?? [];
  const taken = new Set<string | null>([
    ...(contract?.commitments ?? []).map(({ indicator }) => indicator),
    ...lines.map(({ indicator }) => indicator),
  ]);
  const free = furtherIndicators.filter((one) => !taken.has(one));
  return (
    <div className="further">
      {fields.map((field, index) => (
        <FurtherLine
          key={field.id}
          index={index}
          line={lines[index]}
          choices={furtherIndicators.filter((one) => one === lines[index]?.indicator || !taken.has(one))}
          onDrop={() => remove(index)}
        />
      ))}
      {free[0] && (
        <div className="row wrap">
          <Button startIcon={<Icon name="plus" />} onClick={() => append({ ...noFurther, indicator: free[0] })}>
            {translate('contracts.further.add')}
          </Button>
          <span className="caption">{translate('contracts.further.note')}</span>
        </div>
      )}
    </div>
  );
}

function FurtherLine({
  index,
  line,
  choices,
  onDrop,
}: {
  index: number;
  line: Further | undefined;
  choices: readonly FurtherIndicator[];
  onDrop: () => void;
}) {
  const translate = useTranslate();
  const at = (field: keyof Further): string => `further.${index}.${field}`;
  const indicator = line?.indicator ?? choices[0];
  if (!indicator) return null;
  const rule = { indicator, ...indicatorRules[indicator] };
  return (
    <fieldset className="furtherline">
      <legend className="unseen">{translate(`indicators.name.${indicator}`)}</legend>
      <SelectInput
        source={at('indicator')}
        label={translate('promises.indicator')}
        choices={choices.map((id) => ({ id, name: `indicators.name.${id}` }))}
        validate={required()}
      />
      {/* Another unit is another field: a value typed as 万元 is not a number of persons. */}
      <QuantityInput
        key={rule.unit}
        indicator={indicator}
        source={at('total')}
        label={withUnit(translate, { ...rule, unit: 'wan' })}
        validate={required()}
      />
      <ExactInput
        source={at('fromYear')}
        label={translate('contracts.further.fromYear')}
        unit="contracts.form.yearUnit"
        hint={translate('contracts.further.fromHint')}
      />
      <ExactInput
        source={at('tolerancePercent')}
        label={translate('promises.tolerance')}
        unit="promises.percent"
        hint={translate('promises.toleranceHint')}
      />
      <TextInput source={at('clause')} label={translate('promises.clause')} />
      <IconButton aria-label={translate('contracts.further.drop')} onClick={onDrop}>
        <Icon name="trash" />
      </IconButton>
      <p className="said" aria-live="polite">
        {line?.total && /^\d+(\.\d+)?$/.test(line.total)
          ? translate(line.tolerancePercent ? 'contracts.further.saidTolerating' : 'contracts.further.said', {
              from: line.fromYear
                ? translate('contracts.further.fromThe', { year: line.fromYear })
                : translate('contracts.further.fromFull'),
              name: translate(`indicators.name.${indicator}`),
              promised: promisedInWords(translate, rule, line.total),
              tolerance: showDecimal(line.tolerancePercent),
            })
          : translate(`contracts.further.${rule.bound}`)}
      </p>
    </fieldset>
  );
}
