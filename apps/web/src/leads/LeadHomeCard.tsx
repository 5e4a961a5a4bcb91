import { leads } from '@crm/api-contract/routes';
import type { Lead } from '@crm/api-contract/leads';
import { workedStages } from '@crm/domain/leads';
import { useGetList, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { useMay } from '../providers/abilities.js';
import { NextDay } from './LeadClocks.js';

const SHOWN = 6;

/** My due and overdue next steps; for those who work on leads. */
export function LeadHomeCard() {
  const mayWork = useMay()(leads.create);
  return mayWork ? <Due /> : null;
}

function Due() {
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const filter = { mine: true, stage_in: [...workedStages], nextOn_lte: today };
  const { data, total } = useGetList<Lead>('leads', {
    pagination: { page: 1, perPage: SHOWN },
    sort: { field: 'nextOn', order: 'ASC' },
    filter,
  });
  if (!data) return null;
  const all = `/leads?filter=${encodeURIComponent(JSON.stringify(filter))}&sort=nextOn&order=ASC`;
  return (
    <Card title={<Link to={all}>{translate('leads.home')}</Link>} caption={total ?? 0} flush>
      {data.length === 0 ? (
        <p className="phonerow quiet">{translate('leads.homeEmpty')}</p>
      ) : (
        data.map((lead) => (
          <Link key={lead.id} to={`/leads/${lead.id}/show`} className="phonerow">
            <span className="row">
              <b className="strong ellipsis">{lead.enterpriseName}</b>
              <span className="spacer" />
              <NextDay lead={lead} today={today} />
            </span>
            <span className="caption ellipsis">{`${lead.nextStep ?? ''} · ${lead.projectName}`}</span>
          </Link>
        ))
      )}
    </Card>
  );
}
