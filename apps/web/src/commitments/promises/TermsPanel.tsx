import type { PanelProps } from '../../contracts/page/panel.js';
import { useTerms } from '../../contracts/page/useContract.js';
import TermsTable from './TermsTable.js';

/** 变更 of one contract. */
export default function TermsPanel({ contract }: PanelProps) {
  return <TermsTable commitments={useTerms(contract.commitments.map(({ commitmentId }) => commitmentId))} />;
}
