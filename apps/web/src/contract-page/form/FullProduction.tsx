import Button from '@mui/material/Button';
import { addYears, firstFullYearFrom } from '@crm/domain/days';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { DayBox } from '../../parts/fields/DayBox.js';
import { DayInput } from '../../parts/fields/DayInput.js';
import { ExactInput } from '../../parts/fields/AmountInput.js';
import { FieldLine } from '../../parts/fields/FieldLine.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** 达产: the first year owed in full, or a day; “两年内达产” counts from the signing day. */
export function FullProduction({ today }: { today: string }) {
  const translate = useTranslate();
  const { setValue } = useFormContext();
  const day = useWatch({ name: 'fullProductionOn' }) as string | null;
  const [signedOn, setSignedOn] = useState(today);
  const [years, setYears] = useState('2');
  const ready = DAY.test(signedOn) && /^[1-9]\d?$/.test(years);
  return (
    <>
      <ExactInput
        source="fullProductionYear"
        label={translate('contracts.form.fullYear')}
        unit="contracts.form.yearUnit"
        hint={translate('contracts.form.fullYearHint')}
      />
      <div className="fullday">
        <DayInput
          source="fullProductionOn"
          label={translate('contracts.form.fullDay')}
          helperText={
            day && DAY.test(day) ? translate('contracts.form.firstYear', { year: firstFullYearFrom(day) }) : false
          }
        />
        <div className="row wrap afteryears" role="group" aria-label={translate('contracts.form.afterSigning')}>
          <FieldLine label={translate('contracts.form.signingDay')}>
            <DayBox className="field" value={signedOn} onChange={setSignedOn} />
          </FieldLine>
          <FieldLine label={translate('contracts.form.yearsAfter')}>
            <input
              className="field"
              inputMode="numeric"
              value={years}
              onChange={(event) => setYears(event.target.value)}
            />
          </FieldLine>
          <Button
            disabled={!ready}
            onClick={() => setValue('fullProductionOn', addYears(signedOn, Number(years)), { shouldDirty: true })}
          >
            {translate('contracts.form.reckon')}
          </Button>
        </div>
      </div>
    </>
  );
}
