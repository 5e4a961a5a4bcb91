import type { User } from '@crm/api-contract/access';
import { leaving, users, userSessions } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Answer } from '../parts/layout/Answer.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Tag } from '../parts/marks/Tag.js';
import { InstantText } from '../parts/text/DayText.js';
import { NONE } from '../parts/text/numbers.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { SessionList } from '../reference/SessionList.js';
import { useVerb } from '../verbs/useVerb.js';
import { LeavingDrawer } from './LeavingDrawer.js';
import { PersonReset } from './PersonReset.js';
import { scopeOf, SignInState } from './personColumns.js';
import type { WithSecret } from './SecretShown.js';
import type { Placed } from './useDepartments.js';

interface Props {
  id: string;
  departments: readonly Placed[];
  onEdit: () => void;
  onSecret: (made: WithSecret) => void;
  onClose: () => void;
}

/** One person beside the list: who it is, where signed in, and what an administrator may do. */
export function PersonDrawer({ id, departments, onEdit, onSecret, onClose }: Props) {
  const translate = useTranslate();
  const may = useMay();
  const answer = useAsk(users.one, { params: { id } });
  const unlock = useVerb(users.unlock, { said: translate('access.users.unlocked') });
  const enable = useVerb(users.enable, { said: translate('people.enabled') });
  const [move, setMove] = useState<'reset' | 'leaving' | null>(null);
  const user = answer.data;
  return (
    <SideDrawer
      title={user?.name ?? ''}
      caption={user?.disabled ? <Tag>{translate('people.disabled')}</Tag> : undefined}
      onClose={onClose}
      foot={
        user && (
          <>
            {may(users.update) && (
              <Button variant="contained" onClick={onEdit}>
                {translate('people.edit')}
              </Button>
            )}
            {may(users.resetPassword) && !user.disabled && (
              <Button onClick={() => setMove('reset')}>{translate('people.reset')}</Button>
            )}
            {may(users.unlock) && user.lockedUntil !== null && (
              <Button onClick={() => unlock.mutate({ params: { id } })}>{translate('access.users.unlock')}</Button>
            )}
            <span className="spacer" />
            {may(users.enable) && (user.disabled || user.lastDay !== null) && (
              <Button onClick={() => enable.mutate({ params: { id } })}>
                {translate(user.disabled ? 'people.enable' : 'people.leaving.undo')}
              </Button>
            )}
            {may(user.disabled ? leaving.handOver : leaving.disable) && (
              <Button color={user.disabled ? 'primary' : 'error'} onClick={() => setMove('leaving')}>
                {translate(user.disabled ? 'people.leaving.handOver' : 'people.leaving.title')}
              </Button>
            )}
          </>
        )
      }
    >
      <Answer answer={answer} rows={5}>
        {(shown) => <Facts user={shown} departments={departments} />}
      </Answer>
      {may(userSessions.list) && <Sessions id={id} />}
      {user && move === 'reset' && <PersonReset user={user} onSecret={onSecret} onClose={() => setMove(null)} />}
      {user && move === 'leaving' && <LeavingDrawer user={user} onClose={() => setMove(null)} />}
    </SideDrawer>
  );
}

function Facts({ user, departments }: { user: User; departments: readonly Placed[] }) {
  const translate = useTranslate();
  const path = (id: string | null) => departments.find((one) => one.id === id)?.path;
  return (
    <dl className="personfacts">
      <dt>{translate('people.account')}</dt>
      <dd>
        <span className="code">{user.username}</span> · {translate('people.made')} <InstantText at={user.createdAt} />{' '}
        {user.createdBy}
      </dd>
      <dt>{translate('people.department')}</dt>
      <dd>{path(user.departmentId) ?? user.departmentName ?? NONE}</dd>
      <dt>{translate('people.role')}</dt>
      <dd>{translate(`access.role.${user.role}`)}</dd>
      <dt>{translate('people.dataScope')}</dt>
      <dd>
        {scopeOf(translate, user)}
        {user.departmentIds.map((id) => (
          <div key={id} className="caption">
            {path(id) ?? translate('people.closed')}
          </div>
        ))}
      </dd>
      <dt>{translate('people.phone')}</dt>
      <dd>{user.phone ?? NONE}</dd>
      <dt>{translate('people.email')}</dt>
      <dd>{user.email ?? NONE}</dd>
      <dt>{translate('people.last')}</dt>
      <dd>
        <SignInState user={user} />
      </dd>
    </dl>
  );
}

function Sessions({ id }: { id: string }) {
  const translate = useTranslate();
  const may = useMay();
  const answer = useAsk(userSessions.list, { params: { id } }, { staleTime: 0 });
  const said = translate('access.sessions.ended');
  const end = useVerb(userSessions.end, { said });
  const endAll = useVerb(userSessions.endAll, { said });
  const any = (answer.data?.data.length ?? 0) > 0;
  return (
    <section aria-label={translate('access.sessions.title')}>
      <div className="row">
        <h3>{translate('access.sessions.title')}</h3>
        <span className="spacer" />
        {any && may(userSessions.endAll) && (
          <Button size="small" disabled={endAll.isPending} onClick={() => endAll.mutate({ params: { id } })}>
            {translate('access.sessions.endAll')}
          </Button>
        )}
      </div>
      <SessionList
        answer={answer}
        onEnd={may(userSessions.end) ? (session) => end.mutate({ params: { id, sessionId: session.id } }) : undefined}
      />
    </section>
  );
}
