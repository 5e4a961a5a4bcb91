import { type PanelProps, useTerms } from '../../contracts/index.js';
import TermsTable from './TermsTable.js';

/** 变更 of one contract. */
export default function TermsPanel({ contract }: PanelProps) {
  return <TermsTable commitments={useTerms(contract.commitments.map(({ commitmentId }) => commitmentId))} />;
}
