import { required, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import type { Placed } from './useDepartments.js';

export interface PlaceTyped {
  name: string;
  parentId: string | null;
}

/** As on the wire: an empty choice is the top level. */
export const placeOf = ({ name, parentId }: PlaceTyped) => ({ name, parentId: parentId || null });

/** `tree`: where it may stand. */
export function DepartmentInputs({ tree }: { tree: readonly Placed[] }) {
  const translate = useTranslate();
  return (
    <>
      <TextInput source="name" label="people.departmentName" validate={required()} autoFocus />
      <SelectInput
        source="parentId"
        label="people.parent"
        choices={tree.map(({ id, path }) => ({ id, name: path }))}
        translateChoice={false}
        emptyText={translate('people.top')}
      />
    </>
  );
}
