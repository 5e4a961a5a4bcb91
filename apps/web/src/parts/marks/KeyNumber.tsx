import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SaidMoney } from '../text/money.js';

interface KeyNumberProps {
  name: ReactNode;
  /** Beside the name, at the right: 标准 300. */
  against?: ReactNode;
  /** Before the number: CNY. */
  sign?: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  /** A whole percent in a headline: 223; its exact value belongs to `children`. */
  percent?: ReactNode;
  /** The workbench uses 26/34 instead of 30/40. */
  small?: boolean;
  /** Opens the rows that add up to it. */
  to?: string;
  children?: ReactNode;
}

/** An amount as the number of a cell. */
export const keyNumber = ({ sign, text, unit }: SaidMoney) => ({ sign, value: text, unit });

/** One cell of a Strip: name, the number, and below it a bar or the exact figures. */
export function KeyNumber({ name, against, sign, value, unit, percent, small, to, children }: KeyNumberProps) {
  const inside = (
    <>
      <div className="row">
        <span className="caption">{name}</span>
        <span className="spacer" />
        {against && <span className="caption">{against}</span>}
      </div>
      <div className="row base">
        <span className={small ? 'keynumber small' : 'keynumber'}>
          {/* The spaces are text, so that “30 of 34” is read and copied as it looks. */}
          {sign && <small>{sign} </small>}
          {value}
          {unit && <small> {unit}</small>}
        </span>
        <span className="spacer" />
        {percent !== undefined && percent !== null && (
          <span className="percent">
            {percent}
            <small>%</small>
          </span>
        )}
      </div>
      {children}
    </>
  );
  return to ? <Link to={to}>{inside}</Link> : <div>{inside}</div>;
}
