import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Answer } from '../parts/layout/Answer.js';
import { Card } from '../parts/layout/Card.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { Happenings } from './Happenings.js';
import { useTimeline } from './useTimeline.js';

const LATEST = 6;

/** The latest events, below the commitments; the timeline tab has them all. */
export default function TimelineCard({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const answer = useTimeline(contract.id, null, LATEST);
  const page = answer.data?.pages[0];
  const sum = Object.values(page?.counts ?? {}).reduce((all, n) => all + n, 0);
  return (
    <Card
      title={translate('timeline.title')}
      caption={translate('timeline.latest')}
      label={translate('timeline.latestSaid')}
      actions={sum > 0 && <Link to="?tab=timeline">{translate('timeline.all', { smart_count: sum })}</Link>}
    >
      <Answer
        answer={{ ...answer, data: page }}
        rows={4}
        none={() =>
          sum === 0 && (
            <EmptyState icon="clock" title={translate('timeline.none')} why={translate('timeline.noneWhy')} />
          )
        }
      >
        {({ data }) => <Happenings events={data} />}
      </Answer>
    </Card>
  );
}
