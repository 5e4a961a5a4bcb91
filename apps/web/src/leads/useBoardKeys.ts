import { pressed } from '../parts/keys/keys.js';
import { workedStages, type LeadStage } from '@crm/domain/leads';
import { useState, type KeyboardEvent } from 'react';
import type { Lead } from '@crm/api-contract/leads';

interface Held {
  lead: Lead;
  over: LeadStage;
}

interface BoardKeysOptions {
  open: (lead: Lead) => void;
  lose: (lead: Lead) => void;
  drop: (lead: Lead, to: LeadStage) => void;
}

const cardsOf = (lane: Element | null | undefined): HTMLElement[] => [
  ...(lane?.querySelectorAll<HTMLElement>('.leadcard') ?? []),
];

/** Arrows move the focus, space lifts and drops, arrows then choose the lane, Esc cancels, Enter opens, L gives up. */
export function useBoardKeys({ open, lose, drop }: BoardKeysOptions) {
  const [held, setHeld] = useState<Held | null>(null);

  const neighbour = (from: LeadStage, step: number): LeadStage =>
    workedStages[Math.min(workedStages.length - 1, Math.max(0, workedStages.indexOf(from) + step))] ?? from;

  const focusBeside = (card: HTMLElement, key: string): void => {
    const lane = card.closest('.lane');
    const index = cardsOf(lane).indexOf(card);
    if (key === 'ArrowUp' || key === 'ArrowDown') cardsOf(lane)[index + (key === 'ArrowDown' ? 1 : -1)]?.focus();
    else {
      const lanes = [...(lane?.parentElement?.querySelectorAll('.lane') ?? [])];
      const step = key === 'ArrowRight' ? 1 : -1;
      for (let at = lanes.indexOf(lane as Element) + step; at >= 0 && at < lanes.length; at += step) {
        const cards = cardsOf(lanes[at]);
        if (cards.length > 0) return cards[Math.min(index, cards.length - 1)]?.focus();
      }
    }
  };

  const onKeyDown = (lead: Lead) => (event: KeyboardEvent<HTMLElement>) => {
    const key = pressed(event);
    const arrow = key.startsWith('Arrow');
    if (!arrow && ![' ', 'Enter', 'Escape', 'l'].includes(key)) return;
    event.preventDefault();
    if (held && held.lead.id === lead.id) {
      if (key === 'Escape') setHeld(null);
      else if (key === 'ArrowLeft' || key === 'ArrowRight')
        setHeld({ lead, over: neighbour(held.over, key === 'ArrowRight' ? 1 : -1) });
      else if (key === ' ' || key === 'Enter') {
        setHeld(null);
        if (held.over !== lead.stage) drop(lead, held.over);
      }
      return;
    }
    if (arrow) focusBeside(event.currentTarget, key);
    else if (key === ' ') setHeld({ lead, over: lead.stage });
    else if (key === 'Enter') open(lead);
    else if (key !== 'Escape') lose(lead);
  };

  return { held, onKeyDown };
}
