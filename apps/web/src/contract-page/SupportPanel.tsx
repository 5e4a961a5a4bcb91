import type { PanelProps } from '../contracts/index.js';
import { SupportClauses } from './SupportClauses.js';
import { SupportTable } from './SupportTable.js';

/** 扶持: promised support with its last day, and the support paid. */
export default function SupportPanel(props: PanelProps) {
  return (
    <div className="stack">
      <SupportClauses {...props} />
      <SupportTable {...props} />
    </div>
  );
}
