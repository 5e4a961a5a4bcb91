import { useGetIdentity, useTranslate } from 'ra-core';
import { useEffect, useState, type ReactNode } from 'react';
import { showInstant } from '../text/days.js';
import './print-sheet.css';

interface Props {
  title: string;
  /** The subject in words: filters, or the number of a record. */
  scope: ReactNode;
  /** The standard or rule, above who printed it and when. */
  basis?: ReactNode;
  rule: string;
  children: ReactNode;
}

/** A page on A4, visible only in print; the rest of the page is not printed. */
export function PrintSheet({ title, scope, basis, rule, children }: Props) {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const [printedAt, setPrintedAt] = useState(() => new Date());
  useEffect(() => {
    const stamp = () => setPrintedAt(new Date());
    window.addEventListener('beforeprint', stamp);
    return () => window.removeEventListener('beforeprint', stamp);
  }, []);
  return (
    <div className="onlyprint sheet" aria-hidden>
      <header>
        <div>
          <h1>{title}</h1>
          <div>{scope}</div>
        </div>
        <div className="right">
          {basis && <div>{basis}</div>}
          <div>
            {translate('parts.print.by', { at: showInstant(printedAt.toISOString()), name: identity?.fullName ?? '' })}
          </div>
        </div>
      </header>
      {children}
      <footer>{rule}</footer>
    </div>
  );
}
