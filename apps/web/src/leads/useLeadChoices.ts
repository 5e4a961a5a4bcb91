import type { Industry, Park } from '@crm/api-contract/parks';
import type { User } from '@crm/api-contract/access';
import { leadChannels } from '@crm/domain/leads';
import { useGetList, useTranslate } from 'ra-core';

export interface Choice {
  id: string;
  name: string;
}

const POSITION = { field: 'position', order: 'ASC' } as const;
const ALL = { page: 1, perPage: 200 };

/** Parks and industries in the order the zone names them, channels in the reader's language. */
export function useLeadChoices(): {
  parks: readonly Park[];
  industries: readonly Industry[];
  channels: readonly Choice[];
} {
  const translate = useTranslate();
  const { data: parks = [] } = useGetList<Park>('parks', { pagination: ALL, sort: POSITION });
  const { data: industries = [] } = useGetList<Industry>('industries', { pagination: ALL, sort: POSITION });
  return { parks, industries, channels: leadChannels.map((id) => ({ id, name: translate(`leads.channels.${id}`) })) };
}

/** Those who can own a lead. */
export function useOfficers(): readonly User[] {
  const { data = [] } = useGetList<User>('users', {
    pagination: ALL,
    sort: { field: 'name', order: 'ASC' },
    filter: { role: 'officer', disabled: false },
  });
  return data;
}
