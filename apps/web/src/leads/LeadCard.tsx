import type { Lead } from '@crm/api-contract/leads';
import type { DragEvent, KeyboardEvent } from 'react';
import { useTranslate } from 'ra-core';
import { Money } from '../parts/text/Amounts.js';
import { showDecimal } from '../parts/text/numbers.js';
import { NextDay, StayDays } from './LeadClocks.js';

interface LeadCardProps {
  lead: Lead;
  today: string;
  parkName: string;
  held: boolean;
  onOpen: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onDragStart: (event: DragEvent) => void;
  onDragEnd: () => void;
}

export function LeadCard({ lead, today, parkName, held, onOpen, onKeyDown, onDragStart, onDragEnd }: LeadCardProps) {
  const translate = useTranslate();
  return (
    <div
      className={held ? 'leadcard held' : 'leadcard'}
      role="button"
      tabIndex={0}
      aria-pressed={held}
      draggable
      onClick={onOpen}
      onKeyDown={onKeyDown}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
    >
      <b className="strong ellipsis">{lead.enterpriseName}</b>
      <span className="quiet ellipsis">{lead.projectName}</span>
      <span className="row">
        <b className="strong nowrap">
          <Money wan={lead.investmentWan} />
        </b>
        {lead.areaMu && (
          <span className="nowrap quiet">{`${showDecimal(lead.areaMu)} ${translate('parts.unit.mu')}`}</span>
        )}
        <span className="spacer" />
        <span className="caption nowrap">{parkName}</span>
      </span>
      <span className="row foot">
        <span className="avatar" aria-hidden title={lead.ownerName}>
          {[...lead.ownerName][0]}
        </span>
        <NextDay lead={lead} today={today} />
        <span className="quiet ellipsis">{lead.nextStep}</span>
        <span className="spacer" />
        <StayDays lead={lead} today={today} />
      </span>
    </div>
  );
}
