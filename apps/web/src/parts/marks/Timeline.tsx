import type { ReactNode } from 'react';
import { InstantText } from '../text/DayText.js';

export interface TimelineEvent {
  id: string;
  title: ReactNode;
  /** Who: a person or 系统. */
  actor?: ReactNode;
  /** Instant with offset. */
  at: string;
  text?: ReactNode;
  /** A filled dot: a decision, or done by the system. */
  decided?: boolean;
}

/**
 * Events, newest first; the dot is filled for system and decisions, the actor is beside the title, the time at the
 * right.
 */
export function Timeline({ events, empty }: { events: readonly TimelineEvent[]; empty?: ReactNode }) {
  if (events.length === 0) return <>{empty ?? null}</>;
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.id} className={event.decided ? 'decided' : undefined}>
          <div className="row base">
            <span className="strong">{event.title}</span>
            {event.actor && <span className="caption">{event.actor}</span>}
            <span className="caption when">
              <InstantText at={event.at} />
            </span>
          </div>
          {event.text && <div className="quiet">{event.text}</div>}
        </li>
      ))}
    </ol>
  );
}
