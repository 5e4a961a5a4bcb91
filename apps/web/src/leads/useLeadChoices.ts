import { leadChannels } from '@crm/domain/leads';
import { useTranslate } from 'ra-core';
import { usePlaces } from '../reference/places.js';

interface Choice {
  id: string;
  name: string;
}

/** Parks and industries in the zone's order, channels in the reader's language. */
export function useLeadChoices() {
  const translate = useTranslate();
  const { parks, industries } = usePlaces();
  return {
    parks,
    industries,
    channels: leadChannels.map((id): Choice => ({ id, name: translate(`leads.channels.${id}`) })),
  };
}

export type LeadChoices = ReturnType<typeof useLeadChoices>;
