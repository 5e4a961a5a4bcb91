import { departments } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { required, useTranslate } from 'ra-core';
import { SelectInput } from 'react-admin';
import { useState } from 'react';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { useMay } from '../providers/abilities.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { DepartmentInputs, placeOf, type PlaceTyped } from './DepartmentInputs.js';
import type { Placed, useDepartments } from './useDepartments.js';

interface Props {
  of: ReturnType<typeof useDepartments>;
  id: string;
  onClose: () => void;
}

/** One department: its name and place; or it is merged, or closed. */
export function DepartmentDrawer({ of: { tree }, id, onClose }: Props) {
  const translate = useTranslate();
  const may = useMay();
  const [move, setMove] = useState<'merge' | 'close' | null>(null);
  const own = tree.find((one) => one.id === id);
  const { submit, error } = useVerbForm(departments.update, {
    said: translate('people.departmentSaved'),
    onDone: onClose,
  });
  if (!own) return null;
  const others = tree.filter((one) => one.id !== id && !one.path.startsWith(`${own.path} / `));
  return (
    <>
      <DrawerForm<PlaceTyped>
        error={error}
        title={own.name}
        caption={translate('people.move')}
        onClose={onClose}
        defaultValues={{ name: own.name, parentId: own.parentId }}
        onSubmit={(values) => submit({ params: { id }, body: placeOf(values), version: own.version })}
        more={
          <>
            {may(departments.merge) && <Button onClick={() => setMove('merge')}>{translate('people.merge')}</Button>}
            {may(departments.close) && <Button onClick={() => setMove('close')}>{translate('people.close')}</Button>}
          </>
        }
      >
        <DepartmentInputs tree={others} />
      </DrawerForm>
      {move === 'merge' && <Merge own={own} others={others} onDone={onClose} onClose={() => setMove(null)} />}
      {move === 'close' && <CloseDepartment own={own} onDone={onClose} onClose={() => setMove(null)} />}
    </>
  );
}

interface MoveProps {
  own: Placed;
  onDone: () => void;
  onClose: () => void;
}

function Merge({ own, others, onDone, onClose }: MoveProps & { others: readonly Placed[] }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(departments.merge, { said: translate('people.merged'), onDone });
  return (
    <DialogForm<{ intoId: string }>
      title={translate('people.merge')}
      caption={own.path}
      save={translate('people.into')}
      error={error}
      onClose={onClose}
      onSubmit={(body) => submit({ params: { id: own.id }, body })}
    >
      <p>{translate('people.mergeWhy')}</p>
      <SelectInput
        source="intoId"
        label="people.into"
        choices={others.map(({ id, path }) => ({ id, name: path }))}
        translateChoice={false}
        validate={required()}
      />
    </DialogForm>
  );
}

function CloseDepartment({ own, onDone, onClose }: MoveProps) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(departments.close, { said: translate('people.closed'), onDone });
  return (
    <DialogForm
      title={translate('people.close')}
      caption={own.path}
      save={translate('people.close')}
      error={error}
      onClose={onClose}
      onSubmit={() => submit({ params: { id: own.id } })}
    >
      <p>{translate('people.closeWhy')}</p>
    </DialogForm>
  );
}
