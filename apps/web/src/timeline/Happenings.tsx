import type { Happening } from '@crm/api-contract/timeline';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Timeline } from '../parts/marks/Timeline.js';
import { useCan } from '../providers/abilities.js';
import { linkOf, textOf, titleOf } from './words.js';

/** The events in words, each with a link to its record. */
export function Happenings({ events, empty }: { events: readonly Happening[]; empty?: ReactNode }) {
  const translate = useTranslate();
  const mayReadImports = useCan('read', 'Import');
  return (
    <Timeline
      empty={empty}
      events={events.map((event) => {
        const to = linkOf(event, mayReadImports);
        const title = titleOf(event, translate);
        return {
          id: event.id,
          title: to ? <Link to={to}>{title}</Link> : title,
          actor: event.by ?? translate('timeline.system'),
          at: event.at,
          decided: event.decided,
          text: textOf(event, translate).map((piece, index) => <div key={index}>{piece}</div>),
        };
      })}
    />
  );
}
