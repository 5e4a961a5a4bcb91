import type { SignedInUser } from '@crm/api-contract/access';
import { auth, ownSessions } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useGetIdentity, useTranslate } from 'ra-core';
import { useState } from 'react';
import { LocaleSwitch, ThemeSwitch } from '../frame/AppBar.js';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { NONE } from '../parts/text/numbers.js';
import { useAsk } from '../providers/useAsk.js';
import { session } from '../providers/session.js';
import { SessionList } from '../reference/SessionList.js';
import { useVerb } from '../verbs/useVerb.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { PasswordFields, type TypedPassword } from './PasswordFields.js';
import { useOwnNames } from './useOwnNames.js';
import './people.css';

/** 我的账号: who I am, my password, where I am signed in, language and theme. */
export default function ProfilePage() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const [changing, setChanging] = useState(false);
  const role = identity?.role as SignedInUser['role'] | undefined;
  return (
    <>
      <PageHead title={translate('people.profile.title')} />
      <div className="stack">
        <Card title={translate('people.profile.who')} caption={translate('people.profile.elsewhere')}>
          <dl className="personfacts">
            <dt>{translate('people.name')}</dt>
            <dd>{identity?.fullName}</dd>
            <dt>{translate('people.username')}</dt>
            <dd className="code">{session.username()}</dd>
            <dt>{translate('people.role')}</dt>
            <dd>{role ? translate(`access.role.${role}`) : NONE}</dd>
            <dt>{translate('people.department')}</dt>
            <dd>{String(identity?.departmentName ?? NONE)}</dd>
          </dl>
        </Card>
        <Card
          title={translate('access.password')}
          caption={translate('people.password.changeWhy')}
          actions={<Button onClick={() => setChanging(true)}>{translate('people.password.change')}</Button>}
        />
        <Sessions />
        <Card title={translate('people.profile.look')}>
          <div className="row">
            <span className="quiet">{translate('people.profile.language')}</span>
            <LocaleSwitch />
            <span className="quiet">{translate('people.profile.theme')}</span>
            <ThemeSwitch />
          </div>
        </Card>
      </div>
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </>
  );
}

function ChangePassword({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const names = useOwnNames();
  const { submit, error } = useVerbForm(auth.password, {
    said: translate('people.password.saved'),
    onDone: onClose,
  });
  return (
    <DialogForm<TypedPassword>
      title={translate('people.password.change')}
      save={translate('people.password.save')}
      error={error}
      onClose={onClose}
      onSubmit={({ current, new: next }) => submit({ body: { current, new: next } })}
    >
      <PasswordFields currentLabel="people.password.current" names={names} />
    </DialogForm>
  );
}

function Sessions() {
  const translate = useTranslate();
  const answer = useAsk(ownSessions.list, {}, { staleTime: 0 });
  const said = translate('access.sessions.ended');
  const end = useVerb(ownSessions.end, { said });
  const endOthers = useVerb(ownSessions.endOthers, { said });
  const others = answer.data?.data.some(({ current }) => !current) ?? false;
  return (
    <Card
      title={translate('access.sessions.mine')}
      caption={translate('access.sessions.mineWhy')}
      actions={
        others && (
          <Button disabled={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {translate('access.sessions.endOthers')}
          </Button>
        )
      }
    >
      <SessionList answer={answer} onEnd={({ id }) => end.mutate({ params: { sessionId: id } })} />
    </Card>
  );
}
