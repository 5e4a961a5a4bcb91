import { approvals } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { VerdictClock } from '../parts/marks/VerdictChip.js';
import { useMay } from '../providers/abilities.js';
import { useApprovals } from './useApprovals.js';
import { levelWords } from './waitingWords.js';

const SHOWN = 5;

/** Approvals that wait for me; no card if there are none. */
export default function ApprovalsHomeCard() {
  return useMay()(approvals.approve) ? <Waiting /> : null;
}

function Waiting() {
  const translate = useTranslate();
  const { data } = useApprovals('todo', SHOWN);
  if (!data || data.data.length === 0) return null;
  return (
    <Card title={<Link to="/approvals?mine=todo">{translate('approvals.mine.todo')}</Link>} caption={data.total} flush>
      {data.data.map((one) => (
        <Link key={one.id} to={`/approvals?mine=todo&case=${one.id}`} className="phonerow">
          <span className="row">
            <b className="strong ellipsis">{translate(`approvals.kind.${one.kind}`)}</b>
            <span className="spacer" />
            <VerdictClock verdict={one.belowStandard ? 'warning' : 'not-due'}>
              {levelWords(one, translate)}
            </VerdictClock>
          </span>
          <span className="caption ellipsis">{[one.enterpriseName, one.projectName].filter(Boolean).join('，')}</span>
        </Link>
      ))}
    </Card>
  );
}
