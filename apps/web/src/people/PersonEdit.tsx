import type { User } from '@crm/api-contract/access';
import { EditBase, required, useNotify, useRefresh, useTranslate, type RaRecord } from 'ra-core';
import { TextInput } from 'react-admin';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { useConflict } from '../verbs/useConflict.js';
import { personBody, PersonInputs } from './PersonInputs.js';
import type { Placed } from './useDepartments.js';

/** What of the record an administrator changes. */
const FIELDS = ['name', 'role', 'departmentId', 'dataScope', 'departmentIds', 'email', 'phone'] as const;

interface Props {
  id: string;
  departments: readonly Placed[];
  onClose: () => void;
}

export function PersonEdit({ id, departments, onClose }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const done = () => {
    notify('people.saved', { type: 'success' });
    refresh();
    onClose();
  };
  const pathOf = (value: unknown) => departments.find((one) => one.id === value)?.path ?? String(value ?? '');
  const { onError, dialog } = useConflict({
    resource: 'users',
    onSaved: done,
    show: (field, value) => {
      if (field === 'role') return translate(`access.role.${value as User['role']}`);
      if (field === 'dataScope') return translate(`people.scope.${value as User['dataScope']}`);
      if (field === 'departmentIds') return (value as string[]).map(pathOf).join('；');
      return field === 'departmentId' ? pathOf(value) : String(value ?? '');
    },
  });
  const transform = (data: RaRecord) => {
    const body = personBody(data as unknown as User) as Record<string, unknown>;
    return { id: data.id, ...Object.fromEntries(FIELDS.map((field) => [field, body[field]])) };
  };
  return (
    <EditBase
      resource="users"
      id={id}
      mutationMode="pessimistic"
      redirect={false}
      transform={transform}
      mutationOptions={{ onSuccess: done, onError }}
    >
      <DrawerForm title={translate('people.edit')} onClose={onClose}>
        <TextInput source="name" label="people.name" validate={required()} />
        <PersonInputs departments={departments} />
      </DrawerForm>
      {dialog}
    </EditBase>
  );
}
