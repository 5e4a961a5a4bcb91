import { supplements as supplementRoutes } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { isLive } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import type { PanelProps } from '../contracts/index.js';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Icon } from '../parts/marks/Icon.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { Paper } from './Paper.js';
import { useSupplements } from './useSupplements.js';

/** 补充协议: each supplement with its changes, before and after; newest first. */
export default function SupplementsPanel({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const supplements = useSupplements(contract.id);
  const may = useMay()(supplementRoutes.create, contract) && isLive(contract.status);
  if (supplements.error)
    return (
      <Card>
        <ErrorSentence error={supplements.error} onRetry={() => void supplements.refetch()} />
      </Card>
    );
  if (!supplements.data)
    return (
      <Card flush>
        <SkeletonTable rows={3} />
      </Card>
    );
  const create = may ? (
    <Button startIcon={<Icon name="plus" />} onClick={() => go({ supplement: '1' })}>
      {translate('supplements.create')}
    </Button>
  ) : undefined;
  if (supplements.data.length === 0)
    return (
      <Card>
        <EmptyState
          icon="contracts"
          title={translate('supplements.none')}
          why={translate('supplements.noneWhy')}
          action={create}
        />
      </Card>
    );
  return (
    <div className="stack">
      {supplements.data.map((one) => (
        <Paper key={one.id} paper={one} />
      ))}
    </div>
  );
}
