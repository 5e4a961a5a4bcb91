import { ownSessions } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { useAsk } from '../providers/useAsk.js';
import { SessionList } from '../reference/SessionList.js';
import { useVerb } from '../verbs/useVerb.js';

/** Where I am signed in; a forgotten browser is signed out from here. */
export default function MySessions({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const answer = useAsk(ownSessions.list, {}, { staleTime: 0 });
  const said = translate('access.sessions.ended');
  const end = useVerb(ownSessions.end, { said });
  const endOthers = useVerb(ownSessions.endOthers, { said });
  const others = answer.data?.data.some(({ current }) => !current) ?? false;
  return (
    <SideDrawer
      title={translate('access.sessions.mine')}
      onClose={onClose}
      foot={
        others && (
          <Button variant="outlined" disabled={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {translate('access.sessions.endOthers')}
          </Button>
        )
      }
    >
      <p className="quiet">{translate('access.sessions.mineWhy')}</p>
      <SessionList answer={answer} onEnd={({ id }) => end.mutate({ params: { sessionId: id } })} />
    </SideDrawer>
  );
}
