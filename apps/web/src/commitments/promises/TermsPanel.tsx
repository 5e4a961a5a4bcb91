import { useTranslate } from 'ra-core';
import type { PanelProps } from '../../contracts/page/panel.js';
import { useTerms } from '../../contracts/page/useContract.js';
import { Card } from '../../parts/Card.js';
import { EmptyState } from '../../parts/Waiting.js';
import TermsTable from './TermsTable.js';

/** 变更 of one contract: empty until a promise is amended or a year waived. */
export default function TermsPanel({ contract }: PanelProps) {
  const translate = useTranslate();
  const commitments = useTerms(contract.commitments.map(({ commitmentId }) => commitmentId));
  if (commitments.some(({ terms, waivers }) => terms.length > 1 || waivers.length > 0)) return <TermsTable commitments={commitments} />;
  return (
    <Card>
      <EmptyState icon="scales" title={translate('promises.unchanged')} why={translate('promises.unchangedWhy')} />
    </Card>
  );
}
