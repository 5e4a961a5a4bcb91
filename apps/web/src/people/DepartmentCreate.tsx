import { departments } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { useMay } from '../providers/abilities.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { DepartmentInputs, placeOf, type PlaceTyped } from './DepartmentInputs.js';
import type { Placed } from './useDepartments.js';

interface Props {
  tree: readonly Placed[];
  /** Below the chosen department, unless another is chosen. */
  parentId: string | null;
  onClose: () => void;
}

export function DepartmentCreate({ tree, parentId, onClose }: Props) {
  const translate = useTranslate();
  const may = useMay();
  const { submit, error } = useVerbForm(departments.create, {
    said: translate('people.departmentMade'),
    onDone: onClose,
  });
  if (!may(departments.create)) return null;
  return (
    <DrawerForm<PlaceTyped>
      error={error}
      title={translate('people.departmentAdd')}
      onClose={onClose}
      defaultValues={{ name: '', parentId }}
      onSubmit={(values) => submit({ body: placeOf(values) })}
    >
      <DepartmentInputs tree={tree} />
    </DrawerForm>
  );
}
