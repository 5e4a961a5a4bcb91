import type { BodyAsked } from '@crm/api-contract/wire';
import { users } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { personBody, PersonInputs } from './PersonInputs.js';
import type { WithSecret } from './SecretShown.js';
import type { Placed } from './useDepartments.js';

type Body = BodyAsked<typeof users.create>;

interface Props {
  departments: readonly Placed[];
  onMade: (made: WithSecret) => void;
  onClose: () => void;
}

/** A colleague joins: the answer is a starting secret to hand over. */
export function PersonCreate({ departments, onMade, onClose }: Props) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(users.create, {
    said: translate('people.saved'),
    onDone: (made) => {
      onClose();
      onMade(made);
    },
  });
  return (
    <DrawerForm<Body>
      error={error}
      title={translate('people.new')}
      onClose={onClose}
      defaultValues={{ role: 'officer', dataScope: 'self', departmentId: null }}
      onSubmit={(values) => submit({ body: personBody(values) })}
    >
      <TextInput source="name" label="people.name" validate={required()} autoFocus />
      <TextInput source="username" label="people.username" helperText="people.usernameHelp" validate={required()} />
      <PersonInputs departments={departments} />
    </DrawerForm>
  );
}
