import type { Lead } from '@crm/api-contract/leads';
import { useRecordContext } from 'ra-core';
import { Fragment, useState } from 'react';
import { dayOf } from '../parts/text/days.js';
import { offered } from '../reference/places.js';
import { leadField, leadFieldNames, type LeadFieldName } from './leadFields.js';
import { useLeadChoices } from './useLeadChoices.js';

const needed: readonly LeadFieldName[] = ['projectName', 'parkId', 'investmentWan', 'nextStep', 'nextOn'];
const further = leadFieldNames.filter((name) => !needed.includes(name));

function Inputs({ names }: { names: readonly LeadFieldName[] }) {
  const all = useLeadChoices();
  const lead = useRecordContext<Lead>();
  const [today] = useState(() => dayOf(new Date()));
  const choices = {
    ...all,
    parks: offered(all.parks, today, lead?.parkId),
    industries: offered(all.industries, today, lead?.industryId),
  };
  return names.map((name) => <Fragment key={name}>{leadField(name).input(choices)}</Fragment>);
}

/** Without these no lead is saved. */
export const NeededLeadInputs = () => (
  <>
    <Inputs names={['projectName']} />
    <div className="pair">
      <Inputs names={['parkId', 'investmentWan']} />
    </div>
    <div className="pair wide">
      <Inputs names={['nextStep', 'nextOn']} />
    </div>
  </>
);

/** All others, in pairs; then those that take the whole width. */
export const FurtherLeadInputs = () => (
  <>
    <div className="pair">
      <Inputs names={further.filter((name) => !leadField(name).long)} />
    </div>
    <Inputs names={further.filter((name) => leadField(name).long)} />
  </>
);
