import type { PanelProps } from '../contracts/index.js';
import { SupportClauses } from './SupportClauses.js';
import { SupportTable } from './SupportTable.js';

/** 扶持: what the contract promises the firm and until when, and what was paid out. */
export default function SupportPanel(props: PanelProps) {
  return (
    <div className="stack">
      <SupportClauses {...props} />
      <SupportTable {...props} />
    </div>
  );
}
