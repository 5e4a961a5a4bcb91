import Button from '@mui/material/Button';
import { HAPPENING_KINDS } from '@crm/api-contract/choices';
import type { HappeningKind } from '@crm/api-contract/timeline';
import { useTranslate } from 'ra-core';
import type { PanelProps } from '../contracts/index.js';
import { Answer } from '../parts/layout/Answer.js';
import { Card } from '../parts/layout/Card.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { Happenings } from './Happenings.js';
import { useTimeline } from './useTimeline.js';
import './timeline.css';

const kindIn = (search: URLSearchParams): HappeningKind | null =>
  HAPPENING_KINDS.find((kind) => kind === search.get('happened')) ?? null;

/** 时间线: what happened to the contract, newest first, by kind, as far back as there is anything. */
export default function TimelinePanel({ contract, search, go }: PanelProps) {
  const translate = useTranslate();
  const kind = kindIn(search);
  const answer = useTimeline(contract.id, kind);
  const counts = answer.data?.pages[0]?.counts ?? {};
  const sum = Object.values(counts).reduce((all, n) => all + n, 0);
  return (
    <Card
      title={translate('timeline.title')}
      caption={translate('timeline.caption')}
      label={translate('timeline.title')}
    >
      <Answer
        answer={answer}
        rows={5}
        none={() =>
          sum === 0 && (
            <EmptyState icon="clock" title={translate('timeline.none')} why={translate('timeline.noneWhy')} />
          )
        }
      >
        {({ pages }) => (
          <>
            <div className="row wrap happened" role="group" aria-label={translate('timeline.filter')}>
              {[null, ...HAPPENING_KINDS.filter((one) => counts[one] || one === kind)].map((one) => (
                <button
                  key={one ?? 'all'}
                  type="button"
                  className={one === kind ? 'field on' : 'field'}
                  aria-pressed={one === kind}
                  onClick={() => go({ happened: one })}
                >
                  {translate(one ? `timeline.kind.${one}` : 'parts.filter.all')}
                  <span className="label">{one ? (counts[one] ?? 0) : sum}</span>
                </button>
              ))}
            </div>
            <div aria-busy={answer.isPlaceholderData}>
              <Happenings
                empty={<p className="quiet">{translate('timeline.noneOfKind')}</p>}
                events={pages.flatMap((page) => page.data)}
              />
            </div>
            {answer.hasNextPage && (
              <Button onClick={() => void answer.fetchNextPage()} disabled={answer.isFetchingNextPage}>
                {translate('timeline.earlier')}
              </Button>
            )}
          </>
        )}
      </Answer>
    </Card>
  );
}
