import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { useCan } from '../providers/abilities.js';
import { useSummary } from './useProgress.js';

/** What stands still, in three numbers that open their rows. */
export default function ProgressHomeCard() {
  return useCan('read', 'Milestone') ? <Counts /> : null;
}

function Counts() {
  const translate = useTranslate();
  const { data } = useSummary();
  if (!data || data.lateMilestones + data.idleLand + data.flagged === 0) return null;
  const lines = [
    ['flagged', data.flagged, 'tab=check-up'],
    ['late', data.lateContracts, 'late=yes'],
    ['land', data.idleLand, 'tab=land'],
  ] as const;
  return (
    <Card title={<Link to="/progress">{translate('progress.title')}</Link>} flush>
      {lines.map(([name, count, search]) => (
        <Link key={name} to={`/progress?${search}`} className="phonerow">
          <span className="row">
            <span>{translate(`progress.home.${name}`)}</span>
            <span className="spacer" />
            <b>{count}</b>
          </span>
        </Link>
      ))}
    </Card>
  );
}
