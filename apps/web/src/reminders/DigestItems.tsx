import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { useItems } from './useReminders.js';
import { aboutOf, dueIn, titleOf } from './words.js';

/** Overdue deadlines, the oldest first. */
export function DigestItems({ id, today, onLeave }: { id: string; today: string; onLeave?: () => void }) {
  const translate = useTranslate();
  const { data, error, refetch } = useItems(id);
  if (error) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonTable rows={3} rowHeight={40} />;
  return (
    <ul className="remitems">
      {data.map((item) => (
        <li key={`${item.rule}${item.subjectId}${item.dueDay}`}>
          <Link to={item.link} onClick={onLeave}>
            {aboutOf(item, translate)}
          </Link>
          <span className="caption">
            {titleOf(item, today, translate)} · {item.dueDay} · {dueIn(item, today, translate)}
          </span>
        </li>
      ))}
    </ul>
  );
}
