import { EditBase, required, useNotify, useRefresh, useTranslate, type RaRecord } from 'ra-core';
import type { ReactNode } from 'react';
import { NumberInput, TextInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { CreateDrawer } from '../verbs/CreateDrawer.js';
import { useConflict } from '../verbs/useConflict.js';

interface Props {
  resource: 'parks' | 'industries' | 'industry-chains';
  /** undefined: a new entry. */
  id: string | undefined;
  title: string;
  /** Every field of the form, with what a new entry begins with. */
  begin: Readonly<Record<string, unknown>>;
  onClose: () => void;
  children: ReactNode;
}

/** A new entry, or a changed one; who saves second chooses between both. */
export function EntryDrawer({ resource, id, title, begin, onClose, children }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const onSuccess = () => {
    notify(translate('parks.saved'), { type: 'success' });
    refresh();
    onClose();
  };
  const conflict = useConflict({ resource, onSaved: onSuccess });
  // An emptied text is sent as an empty text where the field cannot be absent.
  const bodyOf = (values: object) => {
    const typed = values as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      Object.entries(begin)
        .filter(([field]) => typed[field] !== undefined)
        .map(([field, first]) => [field, typed[field] ?? (first === '' ? '' : null)])
        .filter(([field, value]) => field !== 'position' || value !== null),
    );
  };
  const fields = (
    <>
      {children}
      <DayInput source="validFrom" label={translate('parks.validFrom')} helperText={translate('parks.validFromHint')} />
      <NumberInput
        source="position"
        label={translate('parks.position')}
        helperText={translate('parks.positionHint')}
        min={1}
        max={999}
      />
    </>
  );
  if (id === undefined)
    return (
      <CreateDrawer
        resource={resource}
        title={title}
        said="parks.added"
        onClose={onClose}
        bodyOf={bodyOf}
        defaultValues={begin}
      >
        {fields}
      </CreateDrawer>
    );
  return (
    <EditBase
      resource={resource}
      id={id}
      mutationMode="pessimistic"
      redirect={false}
      transform={(data: RaRecord) => ({ id: data.id, ...bodyOf(data) })}
      mutationOptions={{ onSuccess, onError: conflict.onError }}
    >
      <DrawerForm title={title} onClose={onClose}>
        {fields}
      </DrawerForm>
      {conflict.dialog}
    </EditBase>
  );
}

/** Code and names. */
export function NameFields() {
  const translate = useTranslate();
  return (
    <>
      <TextInput source="name" label={translate('parks.name')} validate={required()} autoComplete="off" autoFocus />
      <TextInput source="nameEn" label={translate('parks.nameEn')} autoComplete="off" />
      <TextInput
        source="code"
        label={translate('parks.code')}
        helperText={translate('parks.codeHint')}
        validate={required()}
        autoComplete="off"
      />
    </>
  );
}

export const NAMES = { name: '', nameEn: '', code: '', validFrom: null, position: null } as const;
