import type { PanelProps } from '../contracts/index.js';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { Paper } from './Paper.js';
import { useSupplements } from './useSupplements.js';

/** The page of a supplement shows its changes; commitments, land and milestones are on its contract. */
export default function AmendsPanel({ contract }: PanelProps) {
  const supplements = useSupplements(contract.parent?.id ?? '');
  if (supplements.error)
    return (
      <Card>
        <ErrorSentence error={supplements.error} onRetry={() => void supplements.refetch()} />
      </Card>
    );
  const own = supplements.data?.find(({ id }) => id === contract.id);
  return own ? (
    <Paper paper={own} own />
  ) : (
    <Card flush>
      <SkeletonTable rows={3} />
    </Card>
  );
}
