import { Fragment } from 'react';
import { leadField, leadFieldNames, type LeadFieldName } from './leadFields.js';
import { useLeadChoices } from './useLeadChoices.js';

const needed: readonly LeadFieldName[] = ['projectName', 'parkId', 'investmentWan', 'nextStep', 'nextOn'];
const further = leadFieldNames.filter((name) => !needed.includes(name));

function Inputs({ names }: { names: readonly LeadFieldName[] }) {
  const choices = useLeadChoices();
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
