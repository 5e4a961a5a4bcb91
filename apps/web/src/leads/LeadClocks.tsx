import type { Lead } from '@crm/api-contract/leads';
import { isWorked } from '@crm/domain/leads';
import { useTranslate } from 'ra-core';
import { daysBetween, dayOf, showDay } from '../parts/text/days.js';
import { VerdictClock } from '../parts/marks/VerdictChip.js';

/** Two months without a move are yellow, three are red (docs/domain.md, 合同与线索). */
const YELLOW_DAYS = 60;
const RED_DAYS = 90;

type Clocked = Pick<Lead, 'stage' | 'stageSince' | 'nextOn' | 'nextStep'>;

/** How long a lead has been in its stage. */
export function StayDays({ lead, today }: { lead: Clocked; today: string }) {
  const translate = useTranslate();
  const days = Math.max(0, daysBetween(dayOf(new Date(lead.stageSince)), today));
  const text = translate('leads.days', { smart_count: days });
  if (!isWorked(lead.stage) || days < YELLOW_DAYS) return <span className="nowrap quiet">{text}</span>;
  return <VerdictClock verdict={days < RED_DAYS ? 'warning' : 'breach'}>{text}</VerdictClock>;
}

/** The day of the next step in words: 逾期 3 天, 今天, 11-23. */
export function NextDay({ lead, today }: { lead: Clocked; today: string }) {
  const translate = useTranslate();
  if (!lead.nextOn || !isWorked(lead.stage)) return <>—</>;
  const late = daysBetween(lead.nextOn, today);
  if (late > 0) return <b className="strong breach nowrap">{translate('leads.overdue', { smart_count: late })}</b>;
  if (late === 0) return <b className="strong nowrap">{translate('leads.today')}</b>;
  return (
    <time className="nowrap" dateTime={lead.nextOn}>
      {showDay(lead.nextOn, today)}
    </time>
  );
}
