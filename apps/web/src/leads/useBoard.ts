import type { Lead } from '@crm/api-contract/leads';
import { workedStages, type LeadStage } from '@crm/domain/leads';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import { filterParameter, type CrmDataProvider } from '../providers/dataProvider.js';
import type { LeadFilter } from './views.js';

/** Cards a lane shows; the rest is told and opens as a list. */
const SHOWN = 50;

interface LanePage {
  data: Lead[];
  total: number;
  totalIsExact: boolean;
}

export interface Lane {
  stage: LeadStage;
  page: LanePage | undefined;
  error: unknown;
}

/** The leads of each stage under the filter of the URL, the nearest next step first. */
export function useBoard(filter: LeadFilter): {
  lanes: readonly Lane[];
  place: (lead: Lead, to: LeadStage) => () => void;
} {
  const { call } = useDataProvider<CrmDataProvider>();
  const client = useQueryClient();
  const { stage: _stage, stage_in: _stages, ...narrowed } = filter;
  const keyOf = (stage: LeadStage) => ['leads', 'board', stage, narrowed] as const;
  const results = useQueries({
    queries: workedStages.map((stage) => ({
      queryKey: keyOf(stage),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call<LanePage>('GET', '/leads', undefined, {
          signal,
          query: { perPage: SHOWN, sort: 'nextOn', order: 'asc', filter: filterParameter({ ...narrowed, stage }) },
        }),
    })),
  });

  /** Puts the card where it was dropped at once; the answer puts it back when the server refuses. */
  const place = (lead: Lead, to: LeadStage) => {
    const keys = [keyOf(lead.stage), keyOf(to)];
    const before = keys.map((key) => client.getQueryData<LanePage>(key));
    const change = (stage: LeadStage, edit: (page: LanePage) => LanePage) =>
      client.setQueryData<LanePage>(keyOf(stage), (page) => page && edit(page));
    change(lead.stage, (page) => ({
      ...page,
      total: page.total - 1,
      data: page.data.filter(({ id }) => id !== lead.id),
    }));
    change(to, (page) => ({
      ...page,
      total: page.total + 1,
      data: [{ ...lead, stage: to, stageSince: new Date().toISOString() }, ...page.data],
    }));
    return () => keys.forEach((key, index) => client.setQueryData(key, before[index]));
  };
  return {
    lanes: workedStages.map((stage, index) => ({
      stage,
      page: results[index]?.data,
      error: results[index]?.error ?? null,
    })),
    place,
  };
}
