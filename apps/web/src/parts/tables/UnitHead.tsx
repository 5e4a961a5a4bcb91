import type { ReactNode } from 'react';

interface Props {
  name: ReactNode;
  /** In words or as a sign: 万元, 家, %. */
  unit: ReactNode;
  className?: string;
}

/** The header of a number column on two lines: what it counts, and its unit. */
export const UnitHead = ({ name, unit, className = 'num' }: Props) => (
  <th scope="col" className={className}>
    {name}
    <br />
    {unit}
  </th>
);
