import type { PanelProps } from '../contracts/index.js';
import { AnswerCard } from '../parts/layout/Answer.js';
import { Paper } from './Paper.js';
import { useSupplements } from './useSupplements.js';

/** The page of a supplement shows its changes; commitments, land and milestones are on its contract. */
export default function AmendsPanel({ contract }: PanelProps) {
  return (
    <AnswerCard answer={useSupplements(contract.parent?.id ?? '')} rows={3}>
      {(papers) =>
        papers.filter(({ id }) => id === contract.id).map((paper) => <Paper key={paper.id} paper={paper} own />)
      }
    </AnswerCard>
  );
}
