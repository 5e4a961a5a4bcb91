import Button from '@mui/material/Button';
import { HAPPENING_KINDS, type HappeningKind } from '@crm/api-contract/timeline';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import type { PanelProps } from '../contracts/page/panel.js';
import { Card } from '../parts/Card.js';
import { ErrorSentence } from '../parts/ErrorSentence.js';
import { Timeline } from '../parts/Timeline.js';
import { EmptyState, SkeletonTable } from '../parts/Waiting.js';
import { useCan } from '../providers/abilities.js';
import { useTimeline } from './useTimeline.js';
import { linkOf, textOf, titleOf } from './words.js';
import './timeline.css';

const kindIn = (search: URLSearchParams): HappeningKind | null => HAPPENING_KINDS.find((kind) => kind === search.get('happened')) ?? null;

/** 时间线: what happened to the contract, newest first; by kind, and further back as far as it goes. */
export default function TimelinePanel({ contract, search, go }: PanelProps) {
  const translate = useTranslate();
  const mayReadImports = useCan('read', 'Import');
  const kind = kindIn(search);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useTimeline(contract.id, kind);
  const counts = data?.pages[0]?.counts ?? {};
  const events = data?.pages.flatMap((page) => page.data) ?? [];
  const sum = Object.values(counts).reduce((all, n) => all + n, 0);
  return (
    <Card title={translate('timeline.title')} caption={translate('timeline.caption')} label={translate('timeline.title')}>
      {error && !data && <ErrorSentence error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonTable rows={5} />}
      {data && sum === 0 && <EmptyState icon="contracts" title={translate('timeline.none')} why={translate('timeline.noneWhy')} />}
      {data && sum > 0 && (
        <>
          <div className="row wrap happened" role="group" aria-label={translate('timeline.filter')}>
            {[null, ...HAPPENING_KINDS.filter((one) => counts[one] || one === kind)].map((one) => (
              <button key={one ?? 'all'} type="button" className={one === kind ? 'sel on' : 'sel'} aria-pressed={one === kind} onClick={() => go({ happened: one })}>
                {translate(one ? `timeline.kind.${one}` : 'parts.filter.all')}
                <span className="k">{one ? (counts[one] ?? 0) : sum}</span>
              </button>
            ))}
          </div>
          <div aria-busy={isPlaceholderData}>
            <Timeline
              empty={<p className="t-2">{translate('timeline.noneOfKind')}</p>}
              events={events.map((event) => {
                const to = linkOf(event, mayReadImports);
                const title = titleOf(event, translate);
                return {
                  id: event.id, title: to ? <Link to={to}>{title}</Link> : title, actor: event.by ?? translate('timeline.system'), at: event.at, decided: event.decided,
                  text: textOf(event, translate).map((piece, index) => <div key={index}>{piece}</div>),
                };
              })}
            />
          </div>
          {hasNextPage && (
            <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
              {translate('timeline.earlier')}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}
