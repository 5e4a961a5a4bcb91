import { DateInput, SelectInput, TextInput } from 'react-admin';
import { EditBase, required, useNotify, useRefresh, useTranslate, type RaRecord } from 'ra-core';
import { AreaInput, MoneyInput } from '../parts/fields/AmountInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { sayWan } from '../parts/text/money.js';
import { showDecimal } from '../parts/text/numbers.js';
import { useConflict } from '../verbs/useConflict.js';
import { useLeadChoices } from './useLeadChoices.js';

/** What an editor may change; the rest of a lead follows from its verbs. */
const EDITABLE = [
  'projectName',
  'parkId',
  'industryId',
  'channel',
  'investmentWan',
  'areaMu',
  'nextStep',
  'nextOn',
  'note',
];

export function LeadEdit({ id, onClose }: { id: string; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const { parks, industries, channels } = useLeadChoices();
  const done = () => {
    notify('leads.saved', { type: 'success' });
    refresh();
    onClose();
  };
  const nameOf = (field: string, value: unknown) => {
    if (field === 'parkId') return parks.find((park) => park.id === value)?.name;
    if (field === 'industryId') return industries.find((industry) => industry.id === value)?.name;
    if (field === 'channel') return channels.find((channel) => channel.id === value)?.name;
    if (field === 'investmentWan') return sayWan(translate, String(value ?? ''));
    if (field === 'areaMu') return `${showDecimal(String(value ?? ''))} ${translate('parts.unit.mu')}`;
    return value === null || value === undefined || value === '' ? undefined : String(value);
  };
  const { onError, dialog } = useConflict({
    resource: 'leads',
    onSaved: done,
    show: (field, value) => nameOf(field, value) ?? '—',
  });
  // Only what may be edited is sent, whatever else the record carries.
  const transform = (data: RaRecord) => ({
    id: data.id,
    ...Object.fromEntries(EDITABLE.map((field) => [field, data[field]])),
  });
  return (
    <EditBase
      resource="leads"
      id={id}
      mutationMode="pessimistic"
      redirect={false}
      transform={transform}
      mutationOptions={{ onSuccess: done, onError }}
    >
      <DrawerForm title={translate('leads.edit')} onClose={onClose}>
        <TextInput source="projectName" validate={required()} />
        <div className="pair">
          <SelectInput source="parkId" choices={[...parks]} optionText="shortName" validate={required()} />
          <SelectInput source="industryId" choices={[...industries]} />
        </div>
        <div className="pair">
          <MoneyInput source="investmentWan" isRequired validate={required()} />
          <AreaInput source="areaMu" />
        </div>
        <SelectInput source="channel" choices={[...channels]} translateChoice={false} />
        <div className="pair wide">
          <TextInput source="nextStep" validate={required()} />
          <DateInput source="nextOn" validate={required()} />
        </div>
        <TextInput source="note" multiline minRows={3} />
      </DrawerForm>
      {dialog}
    </EditBase>
  );
}
