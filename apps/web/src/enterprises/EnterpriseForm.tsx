import { firmStandings } from '@crm/domain/enterprises';
import type { Enterprise } from '@crm/api-contract/enterprises';
import { BooleanInput, SelectInput, TextInput } from 'react-admin';
import {
  CreateBase,
  EditBase,
  required,
  useNotify,
  useRecordContext,
  useRefresh,
  useTranslate,
  type RaRecord,
} from 'ra-core';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { DayInput } from '../parts/fields/DayInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { dayOf } from '../parts/text/days.js';
import { offered, usePlaces } from '../reference/places.js';
import { useConflict } from '../verbs/useConflict.js';
import { uuid } from '../providers/http.js';
import { problemOf, sentenceOf } from '../providers/problem.js';

const EDITABLE = [
  'name',
  'renamedOn',
  'misspelt',
  'anotherFirm',
  'shortName',
  'creditCode',
  'creditCodeSeenBy',
  'standing',
  'registrationCountry',
  'registrationNo',
  'parkId',
  'industryId',
  'address',
] as const;

/** Registers an enterprise, or changes the one with `id`. */
export function EnterpriseForm({ id, onClose }: { id?: string; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [idempotencyKey] = useState(uuid);
  const [codeDoubted, setCodeDoubted] = useState(false);
  const [nameAsked, setNameAsked] = useState(false);
  const done = (record: RaRecord) => {
    notify(id ? 'enterprises.saved' : 'enterprises.created', {
      type: 'success',
      messageArgs: { name: (record as unknown as Enterprise).name },
    });
    refresh();
    onClose();
  };
  const conflict = useConflict({ resource: 'enterprises', onSaved: done });
  const onError = (error: unknown) => {
    const problem = problemOf(error);
    // A register may contain a code that fails its check; then a person confirms it.
    if (problem.errors.some(({ code }) => code === 'uscc.check')) setCodeDoubted(true);
    // Another enterprise once had this name; a person may say that it is not that one.
    else if (problem.errors.some(({ code }) => code === 'enterprise.renamed')) setNameAsked(true);
    else if (id) conflict.onError(error);
    else if (problem.errors.length === 0) notify(sentenceOf(problem, translate), { type: 'error' });
  };
  const fields = <Fields codeDoubted={codeDoubted} nameAsked={nameAsked} />;
  if (!id) {
    const given = (data: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(data).filter(([, value]) => value !== null && value !== undefined && value !== ''),
      );
    return (
      <CreateBase
        resource="enterprises"
        transform={given}
        mutationOptions={{ onSuccess: done, onError, meta: { idempotencyKey } }}
      >
        <DrawerForm title={translate('enterprises.new')} onClose={onClose}>
          {fields}
        </DrawerForm>
      </CreateBase>
    );
  }
  // An emptied text is sent as an empty text; only code, park and industry can be null.
  const transform = (data: RaRecord) => ({
    id: data.id,
    ...Object.fromEntries(
      EDITABLE.filter((field) => data[field] !== undefined).map((field) => [
        field,
        ['shortName', 'address'].includes(field) ? (data[field] ?? '') : data[field],
      ]),
    ),
  });
  return (
    <EditBase
      resource="enterprises"
      id={id}
      mutationMode="pessimistic"
      redirect={false}
      transform={transform}
      mutationOptions={{ onSuccess: done, onError }}
    >
      <DrawerForm title={translate('enterprises.edit')} onClose={onClose}>
        {fields}
      </DrawerForm>
      {conflict.dialog}
    </EditBase>
  );
}

/** For a registered enterprise: since when it has the new name, or that the old one was a mistake. */
function Renaming() {
  const record = useRecordContext<Enterprise>();
  const [name, misspelt] = useWatch({ name: ['name', 'misspelt'] }) as [string | null, boolean | undefined];
  if (!record?.name || !name || name === record.name) return null;
  return (
    <>
      <BooleanInput source="misspelt" helperText={false} />
      {!misspelt && <DayInput source="renamedOn" />}
    </>
  );
}

/** 境内, 境外, 待注册: a foreign firm has a number of its own country. */
function Standing() {
  const standing = useWatch({ name: 'standing' }) as Enterprise['standing'] | null | undefined;
  return (
    <>
      <SelectInput
        source="standing"
        defaultValue="registered"
        choices={firmStandings.map((id) => ({ id, name: `enterprises.standings.${id}` }))}
        validate={required()}
        helperText={false}
      />
      {standing === 'foreign' && (
        <div className="pair">
          <TextInput source="registrationCountry" autoComplete="off" />
          <TextInput source="registrationNo" autoComplete="off" />
        </div>
      )}
    </>
  );
}

function Fields({ codeDoubted, nameAsked }: { codeDoubted: boolean; nameAsked: boolean }) {
  const record = useRecordContext<Enterprise>();
  const { parks, industries } = usePlaces();
  const [today] = useState(() => dayOf(new Date()));
  return (
    <>
      <TextInput source="name" validate={required()} autoComplete="off" autoFocus />
      {nameAsked && <BooleanInput source="anotherFirm" helperText={false} />}
      <Renaming />
      <TextInput source="creditCode" autoComplete="off" />
      {codeDoubted && <TextInput source="creditCodeSeenBy" autoComplete="off" />}
      <Standing />
      <TextInput source="shortName" autoComplete="off" />
      <div className="pair">
        <SelectInput source="parkId" choices={offered(parks, today, record?.parkId)} optionText="shortName" />
        <SelectInput source="industryId" choices={offered(industries, today, record?.industryId)} />
      </div>
      <TextInput source="address" autoComplete="off" />
    </>
  );
}
