import type { BodyAsked } from '@crm/api-contract/wire';
import { secretaryAssignments } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { SelectInput } from 'react-admin';
import type { UserChoice } from '@crm/api-contract/access';
import { personName } from '../reference/people.js';
import { DayInput } from '../parts/fields/DayInput.js';
import { FindInput } from '../parts/fields/FindInput.js';
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
      <FindInput source="enterpriseId" reference="enterprises" label={translate('secretaries.find')} />
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

export const SecretaryInput = (props: { source: string; label: string }) => (
  <FindInput<UserChoice> {...props} reference="user-choices" filter={{ task: 'enterprises' }} nameOf={personName} />
);
