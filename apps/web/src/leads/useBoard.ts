import type { AnswerOf } from '@crm/api-contract/wire';
import { leads } from '@crm/api-contract/routes';
import type { Lead } from '@crm/api-contract/leads';
import { workedStages, type LeadStage } from '@crm/domain/leads';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { LeadFilter } from './views.js';
import { asking, keyOf } from '../providers/useAsk.js';

/** Cards shown per lane; the rest opens as a list. */
const SHOWN = 50;

type LanePage = AnswerOf<typeof leads.list>;

export interface Lane {
  stage: LeadStage;
  page: LanePage | undefined;
  error: unknown;
}

/** The leads of each stage under the URL's filter, the nearest next step first. */
export function useBoard(filter: LeadFilter): {
  lanes: readonly Lane[];
  place: (lead: Lead, to: LeadStage) => () => void;
} {
  const client = useQueryClient();
  const { stage: _stage, stage_in: _stages, ...narrowed } = filter;
  const lane = (stage: LeadStage) =>
    ({ query: { perPage: SHOWN, sort: 'nextOn', order: 'asc', filter: { ...narrowed, stage } } }) as const;
  const keyOfLane = (stage: LeadStage) => keyOf(leads.list, lane(stage));
  const results = useQueries({ queries: workedStages.map((stage) => asking(leads.list, lane(stage))) });

  /** Moves the card at once; if the server refuses, it moves back. */
  const place = (lead: Lead, to: LeadStage) => {
    const keys = [keyOfLane(lead.stage), keyOfLane(to)];
    const before = keys.map((key) => client.getQueryData<LanePage>(key));
    const change = (stage: LeadStage, edit: (page: LanePage) => LanePage) =>
      client.setQueryData<LanePage>(keyOfLane(stage), (page) => page && edit(page));
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
