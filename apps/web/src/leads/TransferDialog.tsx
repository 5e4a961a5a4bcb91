import type { Lead } from '@crm/api-contract/leads';
import { leads } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { personName, useLeadOwners } from '../reference/people.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** Stage, next step and history stay with the lead. Afterwards it may be outside the giver's scope. */
export function TransferDialog({ lead, onDone, onClose }: { lead: Lead; onDone: () => void; onClose: () => void }) {
  const translate = useTranslate();
  const others = useLeadOwners().filter(({ id }) => id !== lead.ownerId);
  const { submit, error } = useVerbForm(leads.transfer, {
    said: ({ ownerName }) => translate('leads.transferred', { name: ownerName }),
    onDone,
  });
  return (
    <DialogForm
      error={error}
      title={translate('leads.transferTitle')}
      save={translate('leads.transfer')}
      onClose={onClose}
      onSubmit={({ ownerId, reason }: { ownerId: string; reason: string }) =>
        submit({ params: { id: lead.id }, body: { ownerId, fromOwnerId: lead.ownerId, reason } })
      }
    >
      <SelectInput
        source="ownerId"
        label={translate('leads.owner')}
        choices={others.map((person) => ({ id: person.id, name: personName(person) }))}
        translateChoice={false}
        validate={required()}
      />
      <TextInput source="reason" label={translate('leads.transferWhy')} autoComplete="off" validate={required()} />
    </DialogForm>
  );
}
