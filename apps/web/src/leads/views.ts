import { workedStages } from '@crm/domain/leads';
import type { leads } from '@crm/api-contract/routes';
import type { FilterAsked } from '@crm/api-contract/wire';
import { addDays, mondayOf } from '@crm/domain/days';

/** The filter of a list of leads, as react-admin reads it from the URL. */
export type LeadFilter = FilterAsked<typeof leads.list>;
export const viewNames = ['mine', 'thisWeek', 'large', 'all'] as const;
export type ViewName = (typeof viewNames)[number];

/** The filters that make a view; other filters (park, industry …) narrow it and keep it selected. */
const VIEW_KEYS = ['mine', 'stage_in', 'nextOn_lte', 'investmentWan_gte'] as const;

/** 1 亿元 in 万元. */
const ONE_YI_WAN = '10000';

export function viewFilters(today: string): Readonly<Record<ViewName, LeadFilter>> {
  const worked = { stage_in: [...workedStages] };
  return {
    mine: { mine: true, ...worked },
    thisWeek: { mine: true, ...worked, nextOn_lte: addDays(mondayOf(today), 6) },
    large: { ...worked, investmentWan_gte: ONE_YI_WAN },
    all: {},
  };
}

const viewPart = (filter: LeadFilter): LeadFilter =>
  Object.fromEntries(VIEW_KEYS.filter((key) => filter[key] !== undefined).map((key) => [key, filter[key]]));
const same = (a: LeadFilter, b: LeadFilter): boolean => JSON.stringify(viewPart(a)) === JSON.stringify(viewPart(b));

/** The view of the URL's filter; null if it is none. */
export function viewOf(filter: LeadFilter, today: string): ViewName | null {
  const views = viewFilters(today);
  return viewNames.find((name) => same(views[name], filter)) ?? null;
}

/** The same other filters in another view. */
export function inView(filter: LeadFilter, name: ViewName, today: string): LeadFilter {
  const narrower = Object.fromEntries(
    Object.entries(filter).filter(([key]) => !(VIEW_KEYS as readonly string[]).includes(key)),
  );
  const { ownerId, ...others } = narrower as LeadFilter;
  // A view of my own leads has no owner filter.
  const view = viewFilters(today)[name];
  return { ...view, ...others, ...(ownerId !== undefined && view.mine === undefined ? { ownerId } : {}) };
}
