import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { required, useTranslate } from 'ra-core';
import { useFieldArray } from 'react-hook-form';
import { ExactInput } from '../../parts/fields/AmountInput.js';
import { Icon } from '../../parts/marks/Icon.js';
import './promises.css';

export interface RampLine {
  year: number | string | null;
  percent: string | null;
}

/** 爬坡: the percent of the promise owed per year. It scales only the required amount. */
export function RampFields({ source }: { source: string }) {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray({ name: source });
  return (
    <fieldset className="rampfields">
      <legend>{translate('promises.rampTitle')}</legend>
      {fields.map((field, at) => (
        <div key={field.id} className="rampline">
          <ExactInput
            source={`${source}.${at}.year`}
            label={translate('promises.year')}
            unit="contracts.form.yearUnit"
            validate={required()}
          />
          <ExactInput
            source={`${source}.${at}.percent`}
            label={translate('promises.rampPercent')}
            unit="promises.percent"
            validate={required()}
          />
          <IconButton aria-label={translate('promises.rampDrop')} onClick={() => remove(at)}>
            <Icon name="trash" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button size="small" startIcon={<Icon name="plus" />} onClick={() => append({ year: null, percent: null })}>
          {translate('promises.rampAdd')}
        </Button>
      </div>
    </fieldset>
  );
}
