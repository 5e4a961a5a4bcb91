import { supplements } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { isLive } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import type { PanelProps } from '../contracts/index.js';
import { AnswerCard } from '../parts/layout/Answer.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { Icon } from '../parts/marks/Icon.js';
import { useMay } from '../providers/abilities.js';
import { Paper } from './Paper.js';
import { useSupplements } from './useSupplements.js';

/** 补充协议: each supplement with its changes, before and after; newest first. */
export default function SupplementsPanel({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const may = useMay()(supplements.create, contract) && isLive(contract.status);
  const create = may ? (
    <Button startIcon={<Icon name="plus" />} onClick={() => go({ supplement: '1' })}>
      {translate('supplements.create')}
    </Button>
  ) : undefined;
  return (
    <AnswerCard
      answer={useSupplements(contract.id)}
      rows={3}
      none={(papers) =>
        papers.length === 0 && (
          <EmptyState
            icon="contracts"
            title={translate('supplements.none')}
            why={translate('supplements.noneWhy')}
            action={create}
          />
        )
      }
    >
      {(papers) => (
        <div className="stack">
          {papers.map((one) => (
            <Paper key={one.id} paper={one} />
          ))}
        </div>
      )}
    </AnswerCard>
  );
}
