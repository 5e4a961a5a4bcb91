import { useTranslate } from 'ra-core';
import { useEffect, useState, type ReactNode } from 'react';
import { Icon, type IconName } from '../marks/Icon.js';

/** Answers within 300 ms show no skeleton, so nothing flashes. */
const PATIENCE_MS = 300;

/** true after the delay. */
function useLate(ms: number = PATIENCE_MS): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}

const widths = [148, 112, 164, 128, 156, 120];

/** Grey rows of the final height, without shimmer; the space is reserved at once, the bars appear late. */
export function SkeletonTable({ rows = 8, rowHeight = 36 }: { rows?: number; rowHeight?: number }) {
  const translate = useTranslate();
  const late = useLate();
  return (
    <div role="status" aria-label={translate('parts.waiting')}>
      {Array.from({ length: rows }, (_unused, row) => (
        <div key={row} className="skeletonrow" style={{ height: rowHeight }}>
          {late && (
            <>
              <i className="skeleton" style={{ width: widths[row % widths.length] }} />
              <span className="spacer" />
              <i className="skeleton" style={{ width: 56 }} />
              <i className="skeleton" style={{ width: 72 }} />
            </>
          )}
        </div>
      ))}
    </div>
  );
}

/** A whole page while loading: heading, then a card of rows. */
export function SkeletonPage() {
  const late = useLate();
  return (
    <div aria-busy>
      <div className="head">{late && <i className="skeleton" style={{ width: 120, height: 20 }} />}</div>
      <div className="card" style={{ visibility: late ? 'visible' : 'hidden' }}>
        <SkeletonTable rows={10} />
      </div>
    </div>
  );
}

/** Why there is nothing, and what to do. */
export function EmptyState({
  icon,
  title,
  why,
  action,
}: {
  icon: IconName;
  title: ReactNode;
  why?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <b className="strong">{title}</b>
      {why && <span className="quiet">{why}</span>}
      {action}
    </div>
  );
}

/** The total row of a table: `<SumRow>` of cells, in a tfoot or tbody. */
export function SumRow({ children }: { children: ReactNode }) {
  return <tr className="sum MuiTableRow-root">{children}</tr>;
}
