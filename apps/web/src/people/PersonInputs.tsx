import { DATA_SCOPES } from '@crm/api-contract/choices';
import { ROLES } from '@crm/api-contract/permissions';
import { required, useTranslate } from 'ra-core';
import { SelectArrayInput, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { Placed } from './useDepartments.js';

/** What is asked of a person, new or known. */
export function PersonInputs({ departments }: { departments: readonly Placed[] }) {
  const translate = useTranslate();
  const dataScope = useWatch({ name: 'dataScope' }) as string | undefined;
  const choices = departments.map(({ id, path }) => ({ id, name: path }));
  return (
    <>
      <SelectInput
        source="role"
        label="people.role"
        choices={ROLES.map((id) => ({ id, name: `access.role.${id}` }))}
        validate={required()}
      />
      <SelectInput
        source="departmentId"
        label="people.department"
        choices={choices}
        translateChoice={false}
        emptyText={translate('people.noDepartment')}
      />
      <SelectInput
        source="dataScope"
        label="people.dataScope"
        helperText="people.dataScopeHelp"
        choices={DATA_SCOPES.map((id) => ({ id, name: `people.scope.${id}` }))}
        validate={required()}
      />
      {dataScope === 'named' && (
        <SelectArrayInput
          source="departmentIds"
          label="people.departmentIds"
          choices={choices}
          translateChoice={false}
          validate={required()}
        />
      )}
      <TextInput source="email" label="people.email" helperText="people.emailHelp" type="email" />
      <TextInput source="phone" label="people.phone" type="tel" />
    </>
  );
}

interface Typed {
  departmentId?: string | null;
  dataScope: string;
  departmentIds?: string[];
  email?: string | null;
  phone?: string | null;
}

/** As on the wire: an empty field is null, and only scope `named` has departments. */
export const personBody = <Values extends Typed>(values: Values) => ({
  ...values,
  departmentId: values.departmentId || null,
  departmentIds: values.dataScope === 'named' ? (values.departmentIds ?? []) : [],
  email: values.email || null,
  phone: values.phone || null,
});
