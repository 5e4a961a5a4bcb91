import type { PanelProps } from '../../contracts/page/panel.js';
import { useActuals, useAssessments } from '../../contracts/page/useContract.js';
import { PromiseCard } from './PromiseCard.js';

/** 承诺与履约 of one contract; the verdict whose reason is open and the promise a reminder led to stand in the address. */
export default function PromisePanel({ contract, search, go }: PanelProps) {
  const assessments = useAssessments(contract.id);
  const known = useActuals(contract.id).data?.filter(({ knownTo }) => knownTo === null) ?? [];
  const commitmentId = search.get('commitment');
  return (
    <PromiseCard
      contract={contract}
      assessments={assessments}
      actuals={known}
      why={search.get('why')}
      marked={commitmentId ? { commitmentId, year: Number(search.get('year')) } : null}
      onWhy={(assessmentId) => go({ why: assessmentId })}
    />
  );
}
