import { useTranslate } from 'ra-core';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';

/** A sheet with title, caption (unit and scope) and actions at the right; `flush` if a table fills it. */
export function Card({
  title,
  caption,
  actions,
  flush = false,
  children,
  label,
}: {
  title?: ReactNode;
  caption?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  children?: ReactNode;
  label?: string;
}) {
  return (
    <section className="card" aria-label={label}>
      {title !== undefined && (
        <div className="cardhead">
          <h2>{title}</h2>
          {caption && <span className="caption">{caption}</span>}
          <span className="spacer" />
          {actions}
        </div>
      )}
      {flush ? children : <div className="cardbody">{children}</div>}
    </section>
  );
}

/** The heading of a page, and the title of the browser's tab. */
export function PageHead({
  title,
  caption,
  crumbs,
  beside,
  actions,
}: {
  title: string;
  caption?: ReactNode;
  crumbs?: { label: string; to?: string }[];
  beside?: ReactNode;
  actions?: ReactNode;
}) {
  const translate = useTranslate();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      {crumbs && (
        <nav className="crumbs" aria-label={translate('parts.crumbs')}>
          {crumbs.map((crumb, index) => (
            <span key={crumb.label}>
              {index > 0 && ' / '}
              {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}
            </span>
          ))}
        </nav>
      )}
      <div className="head">
        <div className="row wrap">
          <h1>{title}</h1>
          {beside}
        </div>
        {caption && <span className="caption">{caption}</span>}
        {actions && <div className="actions noprint">{actions}</div>}
      </div>
    </>
  );
}

/** Facts of a record, or key numbers, in a strip; at most five per page. */
export function Strip({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="card keyfigures" aria-label={label}>
      {children}
    </section>
  );
}
