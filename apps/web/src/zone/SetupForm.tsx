import type { Zone } from '@crm/api-contract/zone';
import type { BodyAsked } from '@crm/api-contract/wire';
import { setup } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { useState } from 'react';
import { SaveButton, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Mark } from '../frame/AppBar.js';
import { EntryForm } from '../parts/forms/EntryForm.js';
import { editors } from '../parts/unsaved/editors.js';
import { NewPassword, RepeatedPassword } from '../people/index.js';
import { postAnonymously } from '../providers/ask.js';
import { ApiError, problemOf } from '../providers/problem.js';
import { session } from '../providers/session.js';

interface Typed extends Omit<BodyAsked<typeof setup.begin>, 'token'> {
  again: string;
}

interface Props {
  token: string;
  /** An office that lost its administrator has a name already. */
  zone: Zone | null;
  /** Somebody else was faster. */
  onClosed: () => void;
}

/** The name of the zone and its first administrator, who is signed in at once. */
export function SetupForm({ token, zone, onClosed }: Props) {
  const translate = useTranslate();
  const [error, setError] = useState<unknown>(null);
  const submit = async ({ again: _again, ...typed }: Typed) => {
    setError(null);
    try {
      await postAnonymously(setup.begin, { body: { token, ...typed } });
    } catch (thrown) {
      if (problemOf(thrown).code === 'setup.done') onClosed();
      else setError(thrown);
      return thrown instanceof ApiError ? thrown.body.errors : undefined;
    }
    editors.saved();
    const { username, password } = typed.administrator;
    // A fresh page: everything that was asked before somebody was administrator is asked anew.
    await session.signIn(username, password).catch(() => undefined);
    window.location.assign('/');
    return undefined;
  };
  return (
    <EntryForm<Typed>
      className="card setupform"
      error={error}
      defaultValues={{
        zone: { name: zone?.name ?? '', nameEn: zone?.nameEn ?? '', shortName: zone?.shortName ?? '' },
      }}
      onSubmit={submit}
      frame={(fields) => fields}
      foot={
        <div className="setupfoot">
          <SaveButton alwaysEnable label={translate('firstVisit.save')} />
          <span className="caption">{translate('firstVisit.foot')}</span>
        </div>
      }
    >
      <section className="stack">
        <h2>{translate('firstVisit.zone')}</h2>
        <TextInput source="zone.name" label="firstVisit.name" validate={required()} autoFocus />
        <TextInput source="zone.nameEn" label="firstVisit.nameEn" validate={required()} />
        <TextInput
          source="zone.shortName"
          label="firstVisit.shortName"
          helperText="firstVisit.shortNameHelp"
          validate={required()}
          slotProps={{ htmlInput: { maxLength: 8 } }}
        />
        <HeadPreview />
      </section>
      <section className="stack">
        <h2>{translate('firstVisit.administrator')}</h2>
        <TextInput source="administrator.name" label="firstVisit.person" validate={required()} />
        <TextInput
          source="administrator.username"
          label="firstVisit.username"
          helperText="people.usernameHelp"
          validate={required()}
          slotProps={{ htmlInput: { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false } }}
        />
        <Passwords />
      </section>
    </EntryForm>
  );
}

function Passwords() {
  const [zone, administrator] = useWatch({ name: ['zone', 'administrator'] }) as [
    Typed['zone'],
    Typed['administrator'],
  ];
  const names = [zone?.name, zone?.nameEn, zone?.shortName, administrator?.name, administrator?.username];
  return (
    <>
      <NewPassword source="administrator.password" names={names.map((name) => name ?? '')} />
      <RepeatedPassword of={administrator?.password ?? ''} />
    </>
  );
}

function HeadPreview() {
  const shortName = String(useWatch({ name: 'zone.shortName' }) ?? '');
  return (
    <div className="brand headpreview" aria-hidden>
      <Mark />
      <span>{shortName}</span>
    </div>
  );
}
