import type { BodyAsked } from '@crm/api-contract/wire';
import { secretaryAssignments } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { AutocompleteInput, ReferenceInput, SelectInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** Assigns a secretary; if there is already a primary, the server refuses, and a handover is needed. */
export function AssignDrawer({ today, onClose }: { today: string; onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(secretaryAssignments.assign, {
    said: translate('secretaries.assigned'),
    onDone: onClose,
  });
  return (
    <DrawerForm
      error={error}
      title={translate('secretaries.assign')}
      onClose={onClose}
      defaultValues={{ enterpriseId: null, userId: null, role: 'primary', fromDay: today }}
      onSubmit={(body: BodyAsked<typeof secretaryAssignments.assign>) => submit({ body })}
    >
      <ReferenceInput source="enterpriseId" reference="enterprises" perPage={10} sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput
          optionText="name"
          label={translate('secretaries.find')}
          filterToQuery={(q: string) => (q.trim() === '' ? {} : { q: q.trim() })}
          validate={required()}
        />
      </ReferenceInput>
      <SecretaryInput source="userId" label={translate('secretaries.secretary')} />
      <SelectInput
        source="role"
        label={translate('secretaries.role')}
        choices={(['primary', 'deputy', 'specialist'] as const).map((id) => ({ id, name: `secretaries.roles.${id}` }))}
        validate={required()}
      />
      <DayInput source="fromDay" label={translate('secretaries.fromDay')} validate={required()} />
    </DrawerForm>
  );
}

export function SecretaryInput({ source, label }: { source: string; label: string }) {
  return (
    <ReferenceInput
      source={source}
      reference="users"
      perPage={20}
      filter={{ role: 'secretary', disabled: false }}
      sort={{ field: 'name', order: 'ASC' }}
    >
      <AutocompleteInput
        optionText="name"
        label={label}
        filterToQuery={(q: string) => (q.trim() === '' ? {} : { q: q.trim() })}
        validate={required()}
      />
    </ReferenceInput>
  );
}
