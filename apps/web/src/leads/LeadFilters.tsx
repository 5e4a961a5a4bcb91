import { leadStages } from '@crm/domain/leads';
import { useListContext, useTranslate } from 'ra-core';
import { useLocation, useNavigate } from 'react-router';
import { ListFilter, ListSearch } from '../parts/tables/ListFilters.js';
import { moneyIn } from '../parts/text/money.js';
import { showDecimal } from '../parts/text/numbers.js';
import { CountTabs } from '../parts/layout/CountTabs.js';
import { Segmented } from '../parts/fields/Segmented.js';
import { personName, useLeadOwners } from '../reference/people.js';
import { useLeadChoices } from './useLeadChoices.js';
import { useLeadSums } from './useLeadSums.js';
import { inView, viewFilters, viewNames, viewOf, type ViewName } from './views.js';

/** List or board: the filter goes along. */
export function LeadLook({ view }: { view: 'list' | 'board' }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { search } = useLocation();
  const filter = new URLSearchParams(search).get('filter');
  const go = (next: 'list' | 'board') =>
    void navigate({
      pathname: next === 'list' ? '/leads' : '/leads/board',
      search: filter ? `?filter=${encodeURIComponent(filter)}` : '',
    });
  return (
    <Segmented
      label={translate('leads.view')}
      value={view}
      onChange={go}
      choices={[
        { value: 'board', label: translate('leads.board'), icon: 'board' },
        { value: 'list', label: translate('leads.list'), icon: 'list' },
      ]}
    />
  );
}

/** Saved views, each with the count behind it. */
export function LeadViews({ today }: { today: string }) {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const views = viewFilters(today);
  const counts: Record<ViewName, number | undefined> = {
    mine: useLeadSums(views.mine)?.count,
    thisWeek: useLeadSums(views.thisWeek)?.count,
    large: useLeadSums(views.large)?.count,
    all: useLeadSums(views.all)?.count,
  };
  return (
    <CountTabs<ViewName | 'none'>
      label={translate('leads.views')}
      value={viewOf(filterValues, today) ?? 'none'}
      onChange={(name) => name !== 'none' && setFilters(inView(filterValues, name, today))}
      tabs={viewNames.map((name) => ({
        value: name,
        label: translate(`leads.${name}`),
        ...(counts[name] === undefined ? {} : { count: showDecimal(counts[name]) }),
      }))}
    />
  );
}

export function LeadFilters({ board = false }: { board?: boolean }) {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const { parks, industries, channels } = useLeadChoices();
  const owners = useLeadOwners();
  return (
    <>
      <ListSearch placeholder={translate('leads.search')} />
      {!board && (
        <ListFilter
          source="stage"
          label="leads.stage"
          options={leadStages.map((stage) => ({ value: stage, label: translate(`leads.stages.${stage}`) }))}
        />
      )}
      <ListFilter
        source="parkId"
        label="leads.park"
        options={parks.map((park) => ({ value: park.id, label: park.shortName }))}
      />
      <ListFilter
        source="industryId"
        label="leads.industry"
        options={industries.map((industry) => ({ value: industry.id, label: industry.name }))}
      />
      <ListFilter
        source="channel"
        label="leads.channel"
        options={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
      />
      {!filterValues.mine && owners.length > 1 && (
        <ListFilter
          source="ownerId"
          label="leads.owner"
          options={owners.map((owner) => ({ value: owner.id, label: personName(owner) }))}
        />
      )}
    </>
  );
}

/** “，187.25 亿元，3,535 亩”, behind the count. */
export function LeadSumLine() {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const sums = useLeadSums(filterValues);
  if (!sums || sums.count === 0) return null;
  return (
    <>
      {translate('leads.sums', {
        yi: moneyIn(translate, sums.investmentWan, 'yi')?.text,
        mu: showDecimal(sums.areaMu),
      })}
    </>
  );
}
