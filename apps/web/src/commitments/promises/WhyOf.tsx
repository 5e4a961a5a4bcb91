import type { Contract } from '@crm/api-contract/contracts';
import { type Go, useActuals, useAssessments, useAssessmentsAsOf } from '../../contracts/index.js';
import type { Moment } from '../../portfolio/index.js';
import { WhyDrawer } from './WhyDrawer.js';

/** The reasons of the verdict in the URL: a current one, or one of a past day with its own figures. */
export function WhyOf({
  contract,
  assessmentId,
  moment,
  undecided,
  go,
}: {
  contract: Contract;
  assessmentId: string;
  moment: Moment | null;
  undecided: boolean;
  go: Go;
}) {
  const standing = useAssessments(contract.id).data;
  const looking = useAssessmentsAsOf(contract.id, moment).data;
  const actuals = useActuals(contract.id).data ?? [];
  const why = (moment ? looking : standing)?.find(({ id }) => id === assessmentId);
  if (!why) return null;
  const actual = moment
    ? null
    : (actuals.find(({ counts, indicator, year }) => counts && indicator === why.indicator && year === why.year) ??
      null);
  return (
    <WhyDrawer
      assessment={why}
      contract={contract}
      actual={actual}
      undecided={undecided}
      onClose={() => go({ why: null })}
      onOpen={(drawer) => go({ why: null, ...drawer })}
    />
  );
}
