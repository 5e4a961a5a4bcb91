import { auth } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { useEffect } from 'react';
import Button from '@mui/material/Button';
import { SaveButton } from 'react-admin';
import { LocaleSwitch, Mark, ThemeSwitch } from '../frame/AppBar.js';
import { EntryForm } from '../parts/forms/EntryForm.js';
import { session } from '../providers/session.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { PasswordFields, type TypedPassword } from './PasswordFields.js';
import { useOwnNames } from './useOwnNames.js';
import './people.css';

/** In place of every page, until the person has a password of their own. */
export default function PasswordFirst() {
  const translate = useTranslate();
  const title = translate('people.password.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const { submit, error } = useVerbForm(auth.password, {
    said: translate('people.password.saved'),
    // What the person may do is asked anew.
    onDone: () => window.location.assign('/'),
  });
  const names = useOwnNames();
  return (
    <main className="passwordpage">
      <div className="row">
        <Mark />
        <span className="spacer" />
        <ThemeSwitch />
        <LocaleSwitch />
      </div>
      <h1>{title}</h1>
      <p className="quiet">{translate('people.password.why')}</p>
      <EntryForm<TypedPassword>
        error={error}
        onSubmit={({ current, new: next }) => submit({ body: { current, new: next } })}
        frame={(fields) => <div className="stack">{fields}</div>}
        foot={
          <div className="formfoot">
            <SaveButton alwaysEnable label={translate('people.password.save')} />
            <Button onClick={() => void session.signOut().then(() => window.location.assign('/'))}>
              {translate('frame.user.signOut')}
            </Button>
          </div>
        }
      >
        <PasswordFields currentLabel="people.password.starting" names={names} />
      </EntryForm>
    </main>
  );
}
