import { EditBase, useNotify, useRefresh, useTranslate, type RaRecord } from 'ra-core';
import { useState } from 'react';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { dayOf } from '../parts/text/days.js';
import { useConflict } from '../verbs/useConflict.js';
import { FurtherLeadInputs, NeededLeadInputs } from './LeadInputs.js';
import { leadFieldNames, leadText } from './leadFields.js';
import { useLeadChoices } from './useLeadChoices.js';

export function LeadEdit({ id, onClose }: { id: string; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const choices = useLeadChoices();
  const [today] = useState(() => dayOf(new Date()));
  const done = () => {
    notify('leads.saved', { type: 'success' });
    refresh();
    onClose();
  };
  const { onError, dialog } = useConflict({
    resource: 'leads',
    onSaved: done,
    show: (field, value) => leadText(field, value, { translate, choices, today }),
  });
  // Only what may be edited is sent, whatever else the record carries.
  const transform = (data: RaRecord) => ({
    id: data.id,
    ...Object.fromEntries(leadFieldNames.map((field) => [field, data[field]])),
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
        <NeededLeadInputs />
        <FurtherLeadInputs />
      </DrawerForm>
      {dialog}
    </EditBase>
  );
}
