import type { User } from '@crm/api-contract/access';
import { userSessions } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { SessionList } from '../reference/SessionList.js';
import { useVerb } from '../verbs/useVerb.js';

/** Where a person is signed in; an administrator ends one session or all. */
export function SessionsDrawer({ user: { id, name }, onClose }: { user: User; onClose: () => void }) {
  const translate = useTranslate();
  const may = useMay();
  const answer = useAsk(userSessions.list, { params: { id } }, { staleTime: 0 });
  const said = translate('access.sessions.ended');
  const end = useVerb(userSessions.end, { said });
  const endAll = useVerb(userSessions.endAll, { said });
  const any = (answer.data?.data.length ?? 0) > 0;
  return (
    <SideDrawer
      title={translate('access.sessions.title')}
      caption={name}
      onClose={onClose}
      foot={
        any &&
        may(userSessions.endAll) && (
          <Button variant="outlined" disabled={endAll.isPending} onClick={() => endAll.mutate({ params: { id } })}>
            {translate('access.sessions.endAll')}
          </Button>
        )
      }
    >
      <p className="quiet">{translate('access.sessions.why')}</p>
      <SessionList
        answer={answer}
        onEnd={may(userSessions.end) ? (session) => end.mutate({ params: { id, sessionId: session.id } }) : undefined}
      />
    </SideDrawer>
  );
}
