import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { Contract } from '@crm/api-contract/contracts';
import { areaBases } from '@crm/domain/quantities';
import { required, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { useController, useFieldArray } from 'react-hook-form';
import { AreaInput } from '../parts/fields/AmountInput.js';
import { Icon } from '../parts/marks/Icon.js';
import { showDecimal } from '../parts/text/numbers.js';
import { Segmented } from '../parts/fields/Segmented.js';
import { PLOT_FATES } from './fates.js';
import type { PlotForm } from './supplementBody.js';

/** The parcels of the contract: each stays, is measured again or returned, and new ones are added. */
export function LandFields({ parcels }: Pick<Contract, 'parcels'>) {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray({ name: 'added' });
  return (
    <fieldset className="landfields">
      <legend>{translate('supplements.land')}</legend>
      {parcels.map((parcel) => (
        <Plot key={parcel.id} parcel={parcel} />
      ))}
      {fields.map((field, at) => (
        <div key={field.id} className="addedplot">
          <TextInput source={`added.${at}.code`} label={translate('supplements.addedCode')} />
          <SelectInput
            source={`added.${at}.basis`}
            label={translate('contracts.parcel.basis')}
            choices={areaBases.map((id) => ({ id, name: `contracts.basis.${id}` }))}
            validate={required()}
          />
          <AreaInput source={`added.${at}.areaMu`} label={translate('supplements.addedArea')} validate={required()} />
          <IconButton aria-label={translate('supplements.dropAdded')} onClick={() => remove(at)}>
            <Icon name="trash" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="small"
          startIcon={<Icon name="plus" />}
          onClick={() => append({ code: null, phase: null, basis: parcels[0]?.basis ?? 'granted', areaMu: null })}
        >
          {translate('supplements.addPlot')}
        </Button>
      </div>
    </fieldset>
  );
}

function Plot({ parcel: { id, code, phase, basis, areaMu } }: { parcel: Contract['parcels'][number] }) {
  const translate = useTranslate();
  const { field } = useController({ name: `plots.${id}.fate` });
  const fate = field.value as PlotForm['fate'];
  const name = [code || phase || translate('supplements.plot'), translate(`contracts.basis.${basis}`)].join(' · ');
  return (
    <div className="plotline">
      <div>
        <span className={fate === 'end' ? 'strong ended' : 'strong'}>{name}</span>{' '}
        <span className="quiet">{translate('supplements.plotArea', { mu: showDecimal(areaMu, 2) })}</span>
      </div>
      <Segmented
        value={fate}
        label={translate('supplements.plotFate', { plot: name })}
        onChange={field.onChange}
        choices={PLOT_FATES.map((value) => ({ value, label: translate(`supplements.fate.${value}`) }))}
      />
      {fate === 'measure' && (
        <AreaInput
          source={`plots.${id}.areaMu`}
          label={translate('supplements.measuredArea')}
          hint={translate('supplements.measuredHint', { mu: showDecimal(areaMu, 2) })}
          validate={required()}
          autoFocus
        />
      )}
    </div>
  );
}
