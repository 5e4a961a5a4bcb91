import { useGetIdentity, useTranslate } from 'ra-core';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMenu } from '../frame/useMenu.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { Icon } from '../parts/marks/Icon.js';
import { useRooms } from '../frame/room.js';
import type { homeZh } from './home.zh.js';

/** 0 is Sunday. */
type Weekday = keyof typeof homeZh.home.weekday;

/** A greeting, what is due (a card from each room), and where to begin. */
export default function HomePage() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const rooms = useRooms();
  const entries = useMenu().filter((entry) => entry.path !== '/');
  const [now] = useState(() => new Date());
  const day = dayOf(now);
  const hour = (now.getUTCHours() + 8) % 24;
  const greeting = hour < 12 ? 'home.morning' : hour < 18 ? 'home.afternoon' : 'home.evening';
  const weekday = translate(`home.weekday.${String(new Date(`${day}T00:00:00Z`).getUTCDay()) as Weekday}`);
  const cards = rooms.flatMap((room) => (room.HomeCard ? [{ name: room.name, HomeCard: room.HomeCard }] : []));
  return (
    <>
      <PageHead
        title={translate(greeting, { name: identity?.fullName ?? '' })}
        caption={translate('home.today', { day, weekday })}
      />
      <div className="homegrid">
        {cards.map(({ name, HomeCard }) => (
          <Suspense key={name} fallback={null}>
            <HomeCard />
          </Suspense>
        ))}
        {entries.length > 0 && (
          <Card title={translate('home.where')} flush>
            <ul className="starts">
              {entries.map((entry) => (
                <li key={entry.path}>
                  <Link to={entry.path}>
                    <Icon name={entry.icon} />
                    {translate(entry.label)}
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {cards.length === 0 && entries.length === 0 && (
          <Card>
            <div className="empty">
              <Icon name="check" />
              <b>{translate('home.nothing')}</b>
              <span className="quiet">{translate('home.nothingWhy')}</span>
            </div>
          </Card>
        )}
      </div>
    </>
  );
}
