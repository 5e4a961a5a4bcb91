import type { PersonSession } from '@crm/api-contract/access';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { Tag } from '../parts/marks/Tag.js';
import { InstantText } from '../parts/text/DayText.js';
import { clientIn } from './clients.js';
import './sessions.css';

interface Props {
  answer: { data?: { data: PersonSession[] } | undefined; error: unknown; refetch: () => unknown };
  /** Missing: the person may only look. */
  onEnd?: ((session: PersonSession) => void) | undefined;
}

/** Where a person is signed in: browser and address, since when, last used. */
export function SessionList({ answer: { data, error, refetch }, onEnd }: Props) {
  const translate = useTranslate();
  if (error && !data) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonTable rows={2} />;
  if (data.data.length === 0) return <p className="quiet">{translate('access.sessions.none')}</p>;
  return (
    <ul className="sessions" aria-label={translate('access.sessions.title')}>
      {data.data.map((session) => {
        const { browser, system } = clientIn(session.client);
        const where = [browser, system].filter(Boolean).join(' · ') || translate('access.sessions.unknown');
        return (
          <li key={session.id}>
            <div className="row">
              <b className="strong" title={session.client}>
                {where}
              </b>
              {session.current && <Tag>{translate('access.sessions.current')}</Tag>}
              <span className="spacer" />
              {onEnd && !session.current && (
                <Button
                  size="small"
                  aria-label={translate('access.sessions.endSaid', { where })}
                  onClick={() => onEnd(session)}
                >
                  {translate('access.sessions.end')}
                </Button>
              )}
            </div>
            <div className="caption row wrap">
              <span className="code">{session.address}</span>
              <span>
                {translate('access.sessions.since')} <InstantText at={session.createdAt} />
              </span>
              <span>
                {translate('access.sessions.seen')} <InstantText at={session.lastSeenAt} />
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
